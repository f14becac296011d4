import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import Kindly
import KindlyTimeline

/// What was found out about one file.
struct CheckedFile {
  /// As the user named it.
  let name: String
  /// What kind of file it is.
  let kind: FileKind
  /// Errors and warnings, in order.
  private(set) var diagnostics: [Diagnostic] = []
  /// How long it lasts and how much of it is silence; nil if it could not be composed or is no
  /// practice.
  private(set) var summary: Summary?
  /// The same for each day of a course that could be composed, with its title.
  private(set) var days: [(title: String, summary: Summary)] = []
  /// Days beyond those that are composed.
  private var daysLeft = 0
  /// A year of days is composed; what is longer is no course but a slip.
  private static let mostDays = 366
  /// How each line of a practice will sound, for `--phonemes`.
  private(set) var sounds: [LineSound] = []
  /// What is said for each line of a practice, for `--speak`.
  private(set) var sayings: [LineSaying] = []
  /// The texts that the diagnostics are about, by path.
  private var sources: [String: Source] = [:]

  /// The paths of the texts it was made from; those of built-in texts are names alone.
  var paths: [String] { sources.keys.sorted() }

  /// Whether something must be mended.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads a file, and composes it if it is a practice, or each day of a course.
  init(
    on name: String, order: Order, phonemes: Bool = false, in context: CommandContext
  ) throws(Failure) {
    self.name = name
    let sessions = try Self.sessions(name, in: context)
    kind = FileKind(path: name) ?? (sessions.first?.place == nil ? .practice : .course)
    if kind == .practice {
      try compose(try context.named(name), order, phonemes: phonemes, in: context)
    } else if !sessions.isEmpty {
      try compose(daysOf: sessions, order, phonemes: phonemes, in: context)
    } else {
      let source = try Self.source(at: name)
      diagnostics = KindlyLanguage.diagnostics(of: source, as: kind)
      sources[source.path] = source
    }
  }

  /// The practice or the days that a name means; none for a file of another kind, or a course with
  /// errors.
  private static func sessions(
    _ name: String, in context: CommandContext
  ) throws(Failure) -> [NamedSession] {
    switch FileKind(path: name) {
    case nil, .practice: return try context.sessions(name)
    case .course:
      let source = try source(at: name)
      let hasErrors = KindlyLanguage.diagnostics(of: source, as: .course).contains {
        $0.severity == .error
      }
      return hasErrors ? [] : try context.sessions(name)
    default: return []
    }
  }

  private mutating func compose(
    daysOf sessions: [NamedSession], _ order: Order, phonemes: Bool, in context: CommandContext
  ) throws(Failure) {
    for session in sessions.prefix(Self.mostDays) {
      summary = nil
      let day =
        if let day = session.day {
          NamedPractice(manuscript: day)
        } else {
          try context.named(session.argument)
        }
      try compose(day, order, phonemes: phonemes, in: context)
      if let summary { days.append((day.manuscript.title, summary)) }
    }
    summary = nil
    daysLeft = max(0, sessions.count - Self.mostDays)
  }

  private mutating func compose(
    _ named: NamedPractice, _ order: Order, phonemes: Bool, in context: CommandContext
  ) throws(Failure) {
    let order = try context.order(try named.order(order), for: named.manuscript)
    var found: [Diagnostic]
    do throws(CompositionError) {
      let composition = try context.composer.composition(of: named.manuscript, order: order)
      let said = composition.sayings
      sayings += said
      found = composition.warnings.joined(with: composition.doubts(about: said))
      sources.merge(composition.sources) { $1 }
      summary = composition.summary
      if phonemes { sounds += context.composer.sounds(of: composition) }
    } catch {
      found = error.diagnostics
      sources.merge(error.sources) { $1 }
    }
    // Days have lines in common: settings, and those of a heading that stands for several.
    let known = Set(diagnostics)
    diagnostics += found.filter { !known.contains($0) }
  }

  /// A file that is no practice, by its path.
  private static func source(at path: String) throws(Failure) -> Source {
    do throws(TextFileProblem) {
      return Source(path: path, bytes: try TextFile.read(path))
    } catch {
      throw Failure(error)
    }
  }

  // MARK: - Results

  /// What a person reads: the reports, then one line about the whole.
  var text: String {
    var parts: [String] = []
    if !diagnostics.isEmpty { parts.append(Report.drawing(of: diagnostics, over: sources)) }
    if let summary {
      parts.append("\(visible(name)): \(summary.words)")
    } else if !days.isEmpty {
      parts += days.map { "\(visible(name)), \(visible($0.title)): \($0.summary.words)" }
      if daysLeft > 0 {
        parts.append("\(visible(name)): \(daysLeft) more days were read, but not composed")
      }
    } else if !hasErrors {
      parts.append("\(visible(name)): no problems found")
    }
    return parts.joined(separator: "\n")
  }

  /// What an editor reads about several files.
  static func json(of checked: [CheckedFile]) -> JSON {
    .object([
      ("version", .int(1)),
      ("files", .array(checked.map(\.json))),
      (
        "problems",
        .array(
          checked.flatMap { file in
            let places = file.sources.mapValues { Places(of: $0) }
            return file.diagnostics.map { json(of: $0, places: places[$0.path]) }
          })
      ),
    ])
  }

  private var json: JSON {
    .object([
      ("path", .string(name)), ("kind", .string(kind.rawValue)), ("errors", .bool(hasErrors)),
      ("frames", summary.map { .int($0.length.count) } ?? .null),
      ("silence", summary.map { .number($0.shareOfSilence) } ?? .null),
      ("shortest", summary.map { .int($0.shortest.count) } ?? .null),
      ("longest", summary?.longest.map { .int($0.count) } ?? .null),
      ("closingBell", summary?.closingBell.map { .int($0.count) } ?? .null),
    ])
  }

  private static func json(of diagnostic: Diagnostic, places: Places?) -> JSON {
    var place: [(String, JSON)] = [("line", .null), ("column", .null), ("end", .null)]
    if let span = diagnostic.span, let places {
      let start = places.place(of: span.lower)
      let end = places.place(of: span.upper)
      place = [
        ("line", .int(Int64(start.line))), ("column", .int(Int64(start.column))),
        (
          "end",
          .object([("line", .int(Int64(end.line))), ("column", .int(Int64(end.column)))])
        ),
      ]
    }
    return .object(
      [("path", .string(diagnostic.path))] + place + [
        ("severity", .string(diagnostic.severity.rawValue)),
        ("code", .string(diagnostic.code)), ("title", .string(diagnostic.title)),
        ("message", .string(diagnostic.message)), ("hint", .string(diagnostic.hint)),
        ("replacement", diagnostic.replacement.map(JSON.string) ?? .null),
      ])
  }
}

extension [Diagnostic] {
  /// Both, by their place in each file; what is told about a place already is not told again.
  func joined(with others: [Diagnostic]) -> [Diagnostic] {
    let new = others.filter { other in
      !contains { known in
        guard known.path == other.path, let span = known.span, let place = other.span else {
          return false
        }
        return span.lower <= place.lower && place.upper <= span.upper
      }
    }
    let all = self + new
    var files: [String: Int] = [:]
    for diagnostic in all where files[diagnostic.path] == nil {
      files[diagnostic.path] = files.count
    }
    return all.enumerated().sorted { left, right in
      let first = (files[left.element.path] ?? 0, left.element.span?.lower ?? -1, left.offset)
      let second = (files[right.element.path] ?? 0, right.element.span?.lower ?? -1, right.offset)
      return first < second
    }.map(\.element)
  }
}
