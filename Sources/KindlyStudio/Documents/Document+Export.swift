import Dispatch
import Kindly
import KindlyBase
import KindlyFiles
import KindlyImport
import KindlyRecording
import KindlyRender
import KindlyTimeline
import Synchronization

extension Document {
  /// Writes what is heard now to a file beside the practice: a sound file, captions, or the text to read.
  ///
  /// Answers when it begins; the pages are told how far it is and where it came to. A file that is there
  /// is replaced only where that was asked.
  func export(_ asked: JSON?, _ done: @escaping @Sendable (Answer) -> Void) {
    let name = asked?["name"]?.text ?? ""
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), name.utf8.count <= 200,
      name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }), name.contains(".")
    else {
      return done(
        .refused(400, "Give the file a name with an ending, such as evening.flac or evening.srt."))
    }
    let form: ExportForm
    do throws(ExportForm.Refused) {
      form = try ExportForm(name: name, page: asked?["page"]?.text)
    } catch {
      return done(.refused(400, error.sentence))
    }
    guard let performance = picture(nil)?.performance else {
      return done(.refused(409, "Fix the problems first: there is nothing to hear yet."))
    }
    let path = state.withLock { Folder.parent(of: $0.file.path) } + "/" + name
    let replaces = asked?["replace"]?.truth ?? false
    done(.json(.object([("begun", .bool(true))])))
    DispatchQueue.global(qos: .utility).async { [self] in
      let sentence: String
      do throws(RecordingError) {
        try write(performance, as: form, to: path, replacing: replaces)
        sentence = "\(visible(path)) is written."
      } catch {
        if case .exists = error {
          sentence = "\(visible(path)) is there already. Tick \"replace\", or give another name."
        } else {
          sentence = error.sentence
        }
      }
      tellExport([("done", .bool(true)), ("sentence", .string(sentence))])
    }
  }

  private func write(
    _ performance: Performance, as form: ExportForm, to path: String, replacing: Bool
  ) throws(RecordingError) {
    let timeline = performance.timeline
    switch form {
    case .captions(let format):
      let text = format.text(for: timeline, tags: performance.tags)
      try WholeFile.write(text, to: path, replacing: replacing)
    case .script(let notation):
      let text = exported(timeline, as: notation, language: performance.tags.language)
      try WholeFile.write(text, to: path, replacing: replacing)
    case .sound(let format):
      try writeSound(performance, as: format, to: path, replacing: replacing)
    case .soundPage:
      let page = SessionPage(
        timeline: timeline, tags: performance.tags, care: performance.care, format: .mp3)
      _ = try page.write(to: path, replacing: replacing) { (sound) throws(RecordingError) in
        try writeSound(performance, as: .mp3, to: sound, replacing: false)
      }
    }
  }

  private func writeSound(
    _ performance: Performance, as format: FileFormat, to path: String, replacing: Bool
  ) throws(RecordingError) {
    let recording = Recording(
      timeline: performance.timeline, encoding: Encoding(format: format), tags: performance.tags)
    let whole = max(1, performance.timeline.frames.count)
    let last = Mutex(-1)
    _ = try recording.write(
      to: path, replacing: replacing, from: SoundSource(performance.score)
    ) { frames in
      let share = Int(frames.count * 100 / whole)
      let isNew = last.withLock { last in
        defer { last = share }
        return last != share
      }
      if isNew { tellExport([("share", .int(Int64(share)))]) }
      return true
    }
  }

  private func tellExport(_ members: [(String, JSON)]) {
    let message = JSON.object([("is", .string("export"))] + members).line
    for send in state.withLock({ $0.pages.values }) { send(message) }
  }
}
