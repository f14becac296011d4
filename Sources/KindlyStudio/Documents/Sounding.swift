import Kindly
import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlySpeech
import KindlyTimeline

/// Has practices composed and spoken for the page. The one place that knows the composer. Any thread.
final class Sounding: Sendable {
  private let folders: Folders?
  private let composer: Composer

  /// What became of a text.
  struct Outcome: Sendable {
    /// The text as it was read.
    var script: Script
    /// Everything there is to say about it, in order.
    var diagnostics: [Diagnostic]
    /// What is heard; nil where there are errors.
    var performance: Performance?
    /// Why nothing can be spoken on this machine, where that is the reason.
    var lack: String?
  }

  init(folders: Folders?) {
    self.folders = folders
    composer = Composer(
      library: Library(folders: folders), narrator: Narrator(cache: folders?.cache))
  }

  /// Composes a practice for the listener of this machine.
  /// - Parameter values: what stands for `{words}`, for this page alone.
  func outcome(of text: LibraryText, values: [String: String]) -> Outcome {
    let manuscript = composer.manuscript(text)
    let script = manuscript.reading.tree
    var order = Order()
    order.unset = .told
    order.values = values
    let profile = folders.flatMap { try? ProfileFile(in: $0).source() }
    let source = profile ?? Source(path: "me.profile", bytes: [])
    let reading = read(profile: source)
    if !reading.hasErrors {
      order.listener = Listener(reading.tree, source: source)
      if manuscript.reading.tree.header.length == nil,
        case .frames(let frames)? = reading.tree.length?.value
      {
        order.length = Frames(frames)
      }
    }
    do throws(CompositionError) {
      let composition = try composer.composition(of: manuscript, order: order)
      do throws(LookupError) {
        return Outcome(
          script: script,
          diagnostics: composition.warnings + composition.doubts(about: composition.sayings),
          performance: try composition.performance())
      } catch {
        return Outcome(script: script, diagnostics: composition.warnings, lack: error.sentence)
      }
    } catch {
      return Outcome(script: script, diagnostics: error.diagnostics, lack: error.lack)
    }
  }

  /// A few words as a narrator says them: interleaved stereo at 48 kHz; nil where they can't be spoken.
  func samples(saying words: String, voice: String?, language: String?) -> [Float]? {
    let script = Script(saying: words, title: "Words", language: language)
    var order = Order()
    order.voice = voice
    order.unset = .told
    guard words.unicodeScalars.count <= Limit.utteranceCharacters,
      let composition = try? composer.composition(
        of: composer.manuscript(of: script, named: "words"), order: order),
      let performance = try? composition.performance()
    else { return nil }
    return performance.samples(in: .zero..<performance.timeline.frames)
  }

  /// What is said for each utterance that begins on a line, with its phonemes where they can be told.
  func sayings(of performance: Performance, line: Int) -> [(
    text: String, said: String, ipa: String?
  )] {
    var composition = performance.composition
    composition.timeline.events = composition.timeline.events.filter {
      $0.line == line && $0.file == nil
    }
    let sounds = composer.sounds(of: composition)
    return composition.sayings.map { saying in
      (saying.text, saying.said.text, sounds.first { $0.text == saying.text }?.phonemes)
    }
  }
}
