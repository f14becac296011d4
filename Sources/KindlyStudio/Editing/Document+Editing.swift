import Dispatch
import Kindly
import KindlyAuthoring
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
      do throws(EditRefused) {
        let edits = try edits(for: asked, source)
        // The later one first, so that the places of the other still hold.
        let splices = edits.map { splice($0, in: source) }
        done(.json(.object([("changes", .array(splices.map { .object($0.members) }))])))
      } catch {
        done(.refused(409, error.sentence))
      }
    }
  }

  private func edits(for asked: JSON, _ source: Source) throws(EditRefused) -> [TextEdit] {
    switch asked["do"]?.text {
    case "field":
      guard let key = asked["key"]?.text.flatMap(HeaderKey.init(rawValue:)),
        HeaderEdit.changes(key)
      else { throw EditRefused(sentence: "There is no such field.") }
      return HeaderEdit(source).change(key, to: asked["value"]?.text ?? "").map { [$0] } ?? []
    case "silence": return [try stretch(asked, source)]
    case "nudge": return [try nudge(asked, source)]
    case "length": return try length(asked, source)
    case "move": return try move(asked, source)
    case "pronounce":
      let edit = try HeaderEdit(source).change(
        saying: asked["word"]?.text ?? "", as: asked["as"]?.text ?? "")
      _ = try composed([edit], source)
      return [edit]
    default: throw EditRefused(sentence: "There is no such gesture.")
    }
  }

  private func splice(_ edit: TextEdit, in source: Source) -> Splice {
    func units(_ range: Range<Int>) -> Int {
      String(decoding: source.bytes[range], as: UTF8.self).utf16.count
    }
    return Splice(
      at: units(0..<edit.span.lower), cut: units(edit.span.lower..<edit.span.upper), put: edit.text)
  }

  /// What would be heard after changes; refused where nothing would.
  private func composed(_ edits: [TextEdit], _ source: Source) throws(EditRefused) -> Timeline {
    let outcome = outcome(of: source.applying(edits))
    guard let timeline = outcome.performance?.timeline else {
      let problem = outcome.diagnostics.first { $0.severity == .error }
      throw EditRefused(
        sentence: problem.map { "\($0.message) \($0.hint)" } ?? outcome.lack ?? "That can't be.")
    }
    return timeline
  }

  /// The whole becomes so long, if the silences in it let it.
  private func length(_ asked: JSON, _ source: Source) throws(EditRefused) -> [TextEdit] {
    guard let seconds = asked["seconds"]?.double, (1...86_400).contains(seconds) else {
      throw EditRefused(sentence: "A practice lasts from a second to a day.")
    }
    let length = Frames(seconds: seconds)
    guard let edit = HeaderEdit(source).change(.length, to: SilenceEdit.words(length)) else {
      return []
    }
    let timeline = try composed([edit], source)
    guard abs((timeline.frames - length).count) < Frames.rate else {
      throw EditRefused(
        sentence:
          "The silences here can't make it \(length.clock) long; it stays \(timeline.frames.clock)."
      )
    }
    return [edit]
  }

  /// A line of words goes to another place of its section.
  private func move(_ asked: JSON, _ source: Source) throws(EditRefused) -> [TextEdit] {
    guard let line = asked["line"]?.whole.map({ Int($0) }) else {
      throw EditRefused(sentence: "Which line?")
    }
    let isBehind = asked["behind"]?.truth ?? false
    let move = LineMove(source)
    guard
      let other = asked["to"]?.whole.map({ Int($0) })
        ?? move.neighbour(of: line, isBehind: isBehind)
    else {
      throw EditRefused(sentence: "There are no other words in this section to move it past.")
    }
    let edits = try move.changes(line: line, to: other, isBehind: isBehind)
    if !edits.isEmpty { _ = try composed(edits, source) }
    return edits
  }

  private func stretch(
    _ asked: JSON, _ source: Source
  ) throws(EditRefused) -> TextEdit {
    guard let line = asked["line"]?.whole, let index = asked["event"]?.whole,
      let seconds = asked["seconds"]?.double, (0.5...86_400).contains(seconds)
    else { throw EditRefused(sentence: "A silence lasts from half a second to a day.") }
    return try checked(
      source, line: Int(line), event: Int(index), to: Frames(seconds: seconds),
      isAbout: asked["about"]?.truth ?? false)
  }

  /// A second more or less of the silence of a line.
  private func nudge(
    _ asked: JSON, _ source: Source
  ) throws(EditRefused) -> TextEdit {
    guard let line = asked["line"]?.whole, let step = asked["step"]?.whole, abs(step) <= 60,
      let events = picture(nil)?.performance.timeline.events,
      let index = events.lastIndex(where: {
        if case .pause = $0.kind { $0.line == Int(line) && $0.file == nil } else { false }
      }), case .pause(let pause) = events[index].kind
    else { throw EditRefused(sentence: "There is no silence on this line.") }
    let seconds = (events[index].frames.seconds * 2).rounded() / 2 + Double(step)
    guard seconds >= 0.5 else {
      throw EditRefused(sentence: "This silence can't be shorter than half a second.")
    }
    return try checked(
      source, line: Int(line), event: index, to: Frames(seconds: seconds), isAbout: pause.flexible)
  }

  /// The change, once it was seen that the practice can still be composed and the silence obeys.
  private func checked(
    _ source: Source, line: Int, event: Int, to length: Frames, isAbout: Bool
  ) throws(EditRefused) -> TextEdit {
    let change = try SilenceEdit(source).change(line: line, to: length, isAbout: isAbout)
    let timeline = try composed([change], source)
    guard timeline.events.indices.contains(event),
      case .pause(let pause) = timeline.events[event].kind,
      isAbout
        ? pause.flexible : abs((timeline.events[event].frames - length).count) < Frames.rate / 2
    else {
      throw EditRefused(
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
