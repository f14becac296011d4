import Dispatch
import Kindly
import KindlyBase
import KindlyFiles
import KindlyAuthoring
import KindlyLanguage
import KindlyLibrary
import Synchronization

extension Document {
  /// Has the newest text composed, once for many changes.
  func compose() {
    let begins = state.withLock { state in
      state.isStale = true
      defer { state.isComposing = true }
      return !state.isComposing
    }
    guard begins else { return }
    composing.async { [self] in composeNewest() }
  }

  /// Composes what is newest, and goes on until nothing newer has come meanwhile.
  private func composeNewest() {
    guard let (revision, text, values) = takeWork() else { return }
    let began = ContinuousClock.now
    let outcome = sounding.outcome(of: text, values: values)
    show(outcome, of: revision, text.source)
    let rest = rest(after: ContinuousClock.now - began)
    composing.asyncAfter(deadline: .now() + .milliseconds(rest)) { [self] in composeNewest() }
  }

  /// Milliseconds to wait before the next composition. While somebody types in a long practice, it is not
  /// composed at every key: the hand goes first.
  private func rest(after took: Swift.Duration) -> Int {
    guard state.withLock(\.isStale), took > .milliseconds(100) else { return 0 }
    return took < .milliseconds(200) ? 100 : 200
  }

  private func takeWork() -> (Int, LibraryText, [String: String])? {
    state.withLock { state in
      guard state.isStale else {
        state.isComposing = false
        return nil
      }
      state.isStale = false
      let source = Source(path: state.file.path, text: state.text)
      return (state.revision, libraryText(source), state.values)
    }
  }

  private func libraryText(_ source: Source) -> LibraryText {
    LibraryText(
      name: name, kind: .practice, origin: .file, source: source,
      folder: Folder.parent(of: source.path))
  }

  /// What would become of another text of this document.
  func outcome(of source: Source) -> Sounding.Outcome {
    sounding.outcome(of: libraryText(source), values: state.withLock(\.values))
  }

  private func show(_ outcome: Sounding.Outcome, of revision: Int, _ source: Source) {
    let tree = outcome.script
    let positions = TextPositions(of: source)
    let pins = tree.pins.map { pin in
      (frame: Frames(pin.value), line: positions.position(of: pin.span.lower).line + 1)
    }
    let checked = JSON.object([
      ("is", .string("checked")), ("rev", .int(Int64(revision))),
      ("problems", Problems(of: source, at: positions).json(outcome.diagnostics)),
      ("lack", outcome.lack.map(JSON.string) ?? .null),
      ("sounds", .bool(outcome.performance != nil)),
      ("values", .array(tree.ownValues.prefix(40).map(JSON.string))),
      (
        "fields",
        .object(HeaderEdit(source, script: tree).values.map { ($0.rawValue, .string($1)) })
      ),
    ]).line
    let (picture, drawn, missing) = state.withLock { state in
      state.told["checked"] = checked
      state.lastPicture += 1
      let number = state.lastPicture
      let picture = outcome.performance.map {
        SessionPicture(number: number, revision: revision, performance: $0, pins: pins)
      }
      let drawn = picture?.json(shapes: &state.shapes).line
      if let picture {
        state.pictures = state.pictures.suffix(7) + [picture]
        state.told["picture"] = drawn
      }
      return (picture, drawn, state.shapes.takeMissing())
    }
    tellAll(checked)
    if let drawn { tellAll(drawn) }
    guard let picture, !missing.isEmpty else { return }
    let made = missing.map { number, range in
      (number: number, shape: Envelope.shape(of: picture.performance.score, in: range))
    }
    state.withLock { $0.shapes.keep(made) }
    tellAll(Self.shapes(made.map(\.shape), from: made[0].number))
  }

  static func shapes(_ shapes: [String], from first: Int) -> String {
    JSON.object([
      ("is", .string("shapes")), ("first", .int(Int64(first))),
      ("shapes", .array(shapes.map(JSON.string))),
    ]).line
  }

  /// A picture by its number, or the newest one.
  func picture(_ number: Int?) -> SessionPicture? {
    state.withLock { state in
      guard let number else { return state.pictures.last }
      return state.pictures.last { $0.number == number }
    }
  }

  /// What is said on a line of the newest picture.
  func sayings(line: Int) -> [(text: String, said: String, ipa: String?)] {
    picture(nil).map { sounding.sayings(of: $0.performance, line: line) } ?? []
  }
}
