import Foundation
import Testing

/// Whether the tests that take minutes run too.
let isLong = ProcessInfo.processInfo.environment["KINDLY_LONG_TESTS"] != nil

/// A file of `Tests/Hostile`, with the expected report beside it.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let folder: String
  let name: String

  var testDescription: String { "\(folder)/\(name)" }

  var url: URL { Self.root.appending(path: "\(folder)/\(name)") }

  /// The files of one folder. What `part-` begins is there for others.
  static func all(in folder: String) -> [HostileFile] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder)) ?? []
    return names.filter { !$0.hasSuffix(".report") && !$0.hasPrefix("part-") }.sorted()
      .map { HostileFile(folder: folder, name: $0) }
  }

  /// Every fourth file of a folder, because all of them take minutes; all with `KINDLY_LONG_TESTS=1`,
  /// as CI runs them, or when they are recorded.
  static func some(in folder: String) -> [HostileFile] {
    let all = all(in: folder)
    guard !isLong, ProcessInfo.processInfo.environment["RECORD"] == nil else { return all }
    return all.indices.filter { $0 % 4 == 0 }.map { all[$0] }
  }

  /// The parts that files of a folder include.
  static func parts(of folder: String) -> [HostileFile] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/" + folder)) ?? []
    return names.filter { $0.hasPrefix("part-") && !$0.hasSuffix(".report") }
      .map { HostileFile(folder: folder, name: $0) }
  }

  /// Compares a transcript with the one beside the file; `RECORD=1` writes it and fails.
  func expect(_ transcript: String) throws {
    let report = Self.root.appending(path: "\(folder)/\(name).report")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(transcript.utf8).write(to: report)
      Issue.record("recorded \(name)")
      return
    }
    let expected = String(decoding: (try? Data(contentsOf: report)) ?? Data(), as: UTF8.self)
    #expect(transcript == expected)
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Hostile")
}
