import KindlyCompiler
import FoundationEssentials
import KindlyLanguage
import Testing
import KindlyTimeline

/// Where a test writes practices and has them compiled, files and voices at hand.
struct Desk {
  /// Practices that can be included, by name.
  var practices: [String: String] = [:]
  /// Phrase sets by name.
  var phrases = [
    "classic": "May I be safe.\nMay I be well.\n",
    "classic-de": "Language: de\n\nself: Möge ich leben.\nyou: Mögest du leben.\n",
  ]
  /// Narrators beside the usual ones, and the language of each.
  var narrators: [String: String] = [:]
  /// What the listener asks.
  var order = Order()

  /// Reads and composes a practice; problems are thrown as they would be told.
  func compose(_ text: String) throws -> FittedPractice {
    let source = Source(path: "test.practice", text: text)
    let reading = read(practice: source)
    guard !reading.hasErrors else {
      throw Told(report: Report(on: source).drawing(of: reading.diagnostics))
    }
    let practice = PracticeText(source: source, script: reading.tree)
    do {
      return try KindlyCompiler.compose(
        practice, order: order, in: resolver, meter: Sitting.Meter())
    } catch {
      throw Told(report: told(error.diagnostics, of: source))
    }
  }

  /// The events of a practice, one line each.
  func events(_ text: String) throws -> [String] { try compose(text).timeline.digest }

  /// What is told about a practice: its problems, or its warnings if it can be heard.
  func report(_ text: String) -> String {
    do {
      let source = Source(path: "test.practice", text: text)
      return told(try compose(text).warnings, of: source)
    } catch {
      return (error as? Told)?.report ?? "\(error)"
    }
  }

  private func told(_ diagnostics: [Diagnostic], of source: Source) -> String {
    diagnostics.map { diagnostic in
      let name = diagnostic.path.split(separator: ".").first.map(String.init) ?? ""
      let text = diagnostic.path.hasSuffix(".phrases") ? phrases[name] : practices[name]
      return Report(
        on: diagnostic.path == source.path
          ? source : Source(path: diagnostic.path, text: text ?? "")
      ).drawing(of: diagnostic)
    }.joined(separator: "\n")
  }

  var resolver: ReferenceResolver {
    var resolver = Sitting.resolver()
    let (practices, phrases, narrators) = (practices, phrases, narrators)
    let (voice, voices) = (resolver.voice, resolver.voices)
    resolver.voice = { name in
      narrators[name].map { .found(VoiceFacts(name: name, languages: [$0])) } ?? voice(name)
    }
    resolver.voices = { language in
      voices(language) + narrators.keys.sorted().filter { narrators[$0] == language }
    }
    resolver.include = { name, _ in
      guard let text = practices[name] else {
        return .unknown(near: nearest(to: name, in: practices.keys).map { [$0] } ?? [])
      }
      let source = Source(path: "\(name).practice", text: text)
      return .found(PracticeText(source: source, script: read(practice: source).tree))
    }
    resolver.phraseSet = { name, _ in
      guard let text = phrases[name] else {
        return .unknown(near: nearest(to: name, in: phrases.keys).map { [$0] } ?? [])
      }
      let source = Source(path: "\(name).phrases", text: text)
      return .found(Wishes(source: source, set: read(phrases: source).tree))
    }
    resolver.recording = { name, folder, _ in
      name == "hello.flac" ? .found((folder.map { $0 + "/" } ?? "") + name) : .unknown(near: [])
    }
    resolver.recordingOf = { words, folder, path in "\(folder)/\(path)/\(words)" }
    return resolver
  }
}

/// Problems as a person is told of them.
struct Told: Error, CustomStringConvertible {
  var report: String
  var description: String { report }
}

/// Compares with a recorded file; `RECORD=1` writes it and fails the run.
func expectGolden(
  _ text: String, named name: String, at location: SourceLocation = #_sourceLocation
)
  throws
{
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name + ".txt")
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded \(name).", sourceLocation: location)
    return
  }
  let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == recorded, sourceLocation: location)
}
