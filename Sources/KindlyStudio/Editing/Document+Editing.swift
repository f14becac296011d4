import Dispatch
import Kindly
import KindlyBase
import KindlyLanguage
import KindlyLibrary
import KindlyTimeline
import Synchronization

extension Document {
  /// Answers how the text changes for a gesture or a field; the page makes the change, so that it can be
  /// undone there. Nothing is changed here.
  func changes(for asked: JSON?, _ done: @escaping @Sendable (Answer) -> Void) {
    queue.async { [self] in
      let (text, revision, path) = state.withLock { ($0.text, $0.revision, $0.file.path) }
      guard let asked, asked["rev"]?.whole == Int64(revision) else {
        return done(.refused(409, "The text has changed meanwhile. Try again."))
      }
      let source = Source(path: path, text: text)
      do throws(SilenceEdit.Refused) {
        let change: (span: SourceSpan, put: String)?
        switch asked["do"]?.text {
        case "field":
          guard let key = asked["key"]?.text.flatMap(HeaderKey.init(rawValue:)),
            HeaderEdit.keys.contains(key)
          else { throw SilenceEdit.Refused(sentence: "There is no such field.") }
          change = HeaderEdit(source).change(key, to: asked["value"]?.text ?? "")
        case "silence": change = try stretch(asked, source)
        case "nudge": change = try nudge(asked, source)
        default: throw SilenceEdit.Refused(sentence: "There is no such gesture.")
        }
        let splices = change.map { [splice($0, in: source)] } ?? []
        done(.json(.object([("changes", .array(splices.map { .object($0.members) }))])))
      } catch {
        done(.refused(409, error.sentence))
      }
    }
  }

  private func splice(_ change: (span: SourceSpan, put: String), in source: Source) -> Splice {
    func units(_ range: Range<Int>) -> Int {
      String(decoding: source.bytes[range], as: UTF8.self).utf16.count
    }
    return Splice(
      at: units(0..<change.span.lower), cut: units(change.span.lower..<change.span.upper),
      put: change.put)
  }

  private func stretch(
    _ asked: JSON, _ source: Source
  ) throws(SilenceEdit.Refused) -> (span: SourceSpan, put: String) {
    guard let line = asked["line"]?.whole, let index = asked["event"]?.whole,
      let seconds = asked["seconds"]?.double, (0.5...86_400).contains(seconds)
    else { throw SilenceEdit.Refused(sentence: "A silence lasts from half a second to a day.") }
    return try checked(
      source, line: Int(line), event: Int(index), to: Frames(seconds: seconds),
      isAbout: asked["about"]?.truth ?? false)
  }

  /// A second more or less of the silence of a line.
  private func nudge(
    _ asked: JSON, _ source: Source
  ) throws(SilenceEdit.Refused) -> (span: SourceSpan, put: String) {
    guard let line = asked["line"]?.whole, let step = asked["step"]?.whole, abs(step) <= 60,
      let events = picture(nil)?.performance.timeline.events,
      let index = events.lastIndex(where: {
        if case .pause = $0.kind { $0.line == Int(line) && $0.file == nil } else { false }
      }), case .pause(let pause) = events[index].kind
    else { throw SilenceEdit.Refused(sentence: "There is no silence on this line.") }
    let seconds = (events[index].frames.seconds * 2).rounded() / 2 + Double(step)
    guard seconds >= 0.5 else {
      throw SilenceEdit.Refused(sentence: "This silence can't be shorter than half a second.")
    }
    return try checked(
      source, line: Int(line), event: index, to: Frames(seconds: seconds), isAbout: pause.flexible)
  }

  /// The change, once it was seen that the practice can still be composed and the silence obeys.
  private func checked(
    _ source: Source, line: Int, event: Int, to length: Frames, isAbout: Bool
  ) throws(SilenceEdit.Refused) -> (span: SourceSpan, put: String) {
    let change = try SilenceEdit(source).change(line: line, to: length, isAbout: isAbout)
    var bytes = source.bytes
    bytes.replaceSubrange(change.span.lower..<change.span.upper, with: Array(change.put.utf8))
    let outcome = outcome(of: Source(path: source.path, bytes: bytes))
    guard let timeline = outcome.performance?.timeline else {
      let problem = outcome.diagnostics.first { $0.severity == .error }
      throw SilenceEdit.Refused(
        sentence: problem.map { "\($0.message) \($0.hint)" } ?? outcome.lack ?? "That can't be.")
    }
    guard timeline.events.indices.contains(event),
      case .pause(let pause) = timeline.events[event].kind,
      isAbout
        ? pause.flexible : abs((timeline.events[event].frames - length).count) < Frames.rate / 2
    else {
      throw SilenceEdit.Refused(
        sentence: "This silence can't be set here. Write its cue into the text.")
    }
    return change
  }
}

extension JSON {
  /// The number, whole or not.
  var double: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number
    case .null, .bool, .string, .array, .object: nil
    }
  }
}
