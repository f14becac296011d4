import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import KindlyRecording
import Kindly
import KindlyTimeline

/// `kindly voices try`: a few words, heard or written.
struct VoicesTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try", abstract: "Hear a narrator say some words, or write them to a file.")

  @Argument(
    help: "A narrator by name; 'kindly voices' lists them.",
    completion: .texts(.voice, andFiles: false))
  var voice: String

  @Argument(help: "What to say; a sentence of the narrator's language unless you give it.")
  var words: [String] = []

  @Option(
    name: .shortAndLong, help: "Write a sound file instead; its ending chooses the format.",
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    let context = CommandContext()
    let narrator: Voice
    do {
      narrator = try context.composer.voice(named: voice).voice
    } catch {
      throw Failure(error)
    }
    let own = words.isEmpty ? nil : words.joined(separator: " ")
    guard let text = own ?? SampleWords.words(in: narrator.language) else {
      throw Failure(
        .usage,
        "I have no sentence in \(visible(narrator.language)). Give one:"
          + " kindly voices try \(visible(voice)) \"...\"")
    }
    guard text.unicodeScalars.count <= Limit.utteranceCharacters else {
      throw Failure(
        .usage, "These words are too long to be said at once; give it at most 2,000 characters.")
    }
    guard let output else {
      try SampleVoice(name: voice, language: narrator.language, context: context)
        .speak(Script(saying: text, title: voice, language: narrator.language))
      return
    }
    try write(text, in: narrator.language, to: output, context)
  }

  private func write(
    _ text: String, in language: String, to path: String, _ context: CommandContext
  ) throws(Failure) {
    let manuscript = context.composer.manuscript(
      of: Script(saying: text, title: voice, language: language), named: "words")
    var order = Order()
    order.voice = voice
    order.unset = .told
    let performance = try Performance(manuscript, order: order, in: context)
    do {
      let summary = try performance.write(to: path, replacing: force)
      Printer.note("\(visible(path)): \(summary.frames.clock)")
    } catch {
      throw Failure(error)
    }
  }
}
