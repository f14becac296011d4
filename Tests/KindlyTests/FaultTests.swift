import Foundation
import Glibc
import Testing

/// Something a user has the program do with files, and what may be there afterwards.
struct Deed: Sendable, CustomTestStringConvertible {
  let words: [String]
  /// The file that matters, below the home folder.
  let file: String
  /// What stands in it before; nil if there is none.
  let old: String?
  /// What it holds when the deed is done.
  let isDone: @Sendable (_ now: String?) -> Bool

  var testDescription: String { words.joined(separator: " ") }

  static let practice = "Bell: none\n\nMay I be safe.\n[2s]\n"
  private static let journal = ".local/state/kindly/journal.jsonl"
  private static let sit =
    "{\"v\": 1, \"began\": \"2026-11-23T20:58:56+01:00\", \"title\": \"A\", \"seconds\": 60, \"whole\": true}\n"

  /// Every way in which the program writes a file of the user's.
  static let writing = [
    Deed(words: ["format", "a.practice"], file: "a.practice", old: "[bell]\n[pause   5s]\n") {
      $0 == "[bell]\n[5s]\n"
    },
    Deed(words: ["new", "b.practice"], file: "b.practice", old: nil) {
      $0?.hasPrefix("Title:") == true && $0?.hasSuffix("\n") == true
    },
    Deed(
      words: ["course", "start", "./c.course"], file: ".local/state/kindly/course",
      old: "Course: x\nDay: 3\n"
    ) { $0?.hasSuffix("c.course\nDay: 1\n") == true },
    Deed(words: ["phrases", "edit"], file: ".config/kindly/me.profile", old: nil) {
      $0?.hasPrefix("// Your settings") == true && $0?.hasSuffix("\n") == true
    },
    Deed(words: ["journal", "--add", "B", "--length", "5m"], file: journal, old: sit) {
      $0?.hasPrefix(sit) == true && $0?.hasSuffix("\"seconds\": 300, \"whole\": true}\n") == true
    },
    Deed(words: ["journal", "--off"], file: ".local/state/kindly/journal.off", old: nil) {
      $0 == ""
    },
    Deed(
      words: ["render", "p.practice", "-o", "out.flac", "--force"], file: "out.flac", old: "old"
    ) { $0?.hasPrefix("fLaC") == true },
    Deed(words: ["cache", "clear"], file: ".cache/kindly/clips/a.clip", old: "KNDL") { $0 == nil },
    Deed(words: ["bells", "ring", "woodblock", "-o", "out.wav"], file: "out.wav", old: nil) {
      $0?.hasPrefix("RIFF") == true
    },
  ]

  /// Ways in which it reads, or takes away, what is there.
  static let reading = [
    ["check", "p.practice"], ["journal"], ["course"], ["timeline", "p.practice"],
  ].map { words in
    Deed(words: words, file: "p.practice", old: practice) { $0 == practice }
  }
}

/// Every file operation of a deed fails once, one after another, until none fails.
@Suite struct FaultTests {
  /// How operations fail.
  struct Fault: Sendable, CustomTestStringConvertible {
    let code: Int32
    let isLasting: Bool
    var testDescription: String {
      String(cString: strerror(code)) + (isLasting ? ", for good" : "")
    }
  }

  /// The disk is broken, or full for good; the others with `KINDLY_LONG_TESTS=1`, as CI runs them.
  static let faults =
    [Fault(code: EIO, isLasting: false), Fault(code: ENOSPC, isLasting: true)]
    + (isLong
      ? [Fault(code: EACCES, isLasting: false), Fault(code: EINTR, isLasting: false)] : [])

  @Test(arguments: Deed.writing + Deed.reading, faults)
  func `whatever operation fails, the old file is whole or the new one is`(
    deed: Deed, fault: Fault
  ) throws {
    let program = try Program()
    program.environment["EDITOR"] = "true"
    // What was spoken once lies elsewhere, so that it is spoken once.
    if deed.words[0] != "cache" {
      program.environment["XDG_CACHE_HOME"] = program.folder + "/cache"
    }
    var number = 0
    var isOver = false
    while !isOver, number < 2000 {
      number += 1
      try prepare(deed, in: program)
      if number == 1 { _ = try run(deed.words, in: program, failing: nil) }
      try prepare(deed, in: program)
      let (outcome, operations) = try run(deed.words, in: program, failing: (number, fault))
      isOver = operations.count < number
      let failed = isOver ? "nothing" : operations[number - 1]
      let now = FileManager.default.contents(atPath: program.folder + "/home/" + deed.file)
        .map { String(decoding: $0, as: UTF8.self) }
      let context = "\(failed) failed: \(outcome)"
      #expect([0, 64, 65, 66, 69, 73, 74].contains(outcome.code), "\(context)")
      #expect(now == deed.old || deed.isDone(now), "\(context): \(now ?? "nothing")")
      if outcome.code == 0 {
        #expect(deed.isDone(now), "\(context): \(now ?? "nothing")")
      } else {
        let said = (outcome.errors.isEmpty ? outcome.output : outcome.errors)
          .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(said.hasSuffix(".") && !said.contains("Error"), "\(context)")
      }
      if isOver { #expect(outcome.code == 0, "\(context)") }
      // An interrupted operation is done again; the others of POSIX are never interrupted.
      let isInterrupted = ["read", "write"].contains { failed.hasPrefix($0 + " ") }
      if fault.code == EINTR, isInterrupted { #expect(outcome.code == 0, "\(context)") }
      let drafts = try drafts(below: program.folder + "/home")
      // A draft that cannot be taken away stays; nothing else is left.
      #expect(drafts.isEmpty || failed.hasPrefix("remove "), "\(context): \(drafts)")
    }
    #expect(isOver && number > 2)
  }

  private func prepare(_ deed: Deed, in program: Program) throws {
    try? FileManager.default.removeItem(atPath: program.folder + "/home")
    try program.write(Deed.practice, to: "home/p.practice")
    try program.write("# Day 1\nStay.\n", to: "home/c.course")
    try program.write("Name: Mira\n", to: "home/.config/kindly/me.profile")
    if deed.file.hasSuffix("me.profile") {
      try FileManager.default.removeItem(atPath: program.folder + "/home/.config")
    }
    if let old = deed.old { try program.write(old, to: "home/" + deed.file) }
  }

  /// Runs the program at home; the file operations there, in order.
  private func run(
    _ words: [String], in program: Program, failing: (number: Int, fault: Fault)?
  ) throws -> (outcome: Program.Outcome, operations: [String]) {
    let tally = program.folder + "/tally"
    try? FileManager.default.removeItem(atPath: tally)
    let library = URL(filePath: Program.path).deletingLastPathComponent().path
    var variables = [
      "HOME=\(program.folder)/home", "LD_PRELOAD=\(library)/libkindly_faults.so",
      "KINDLY_FAULTS_UNDER=\(program.folder)/home", "KINDLY_FAULTS_TALLY=\(tally)",
    ]
    if let (number, fault) = failing {
      variables += ["KINDLY_FAULTS_AT=\(number)", "KINDLY_FAULTS_CODE=\(fault.code)"]
      if fault.isLasting { variables.append("KINDLY_FAULTS_LASTING=1") }
    }
    let outcome = try program.start(
      "/usr/bin/env", ["-C", program.folder + "/home"] + variables + [Program.path] + words
    ).outcome()
    let text = String(
      decoding: FileManager.default.contents(atPath: tally) ?? Data(), as: UTF8.self)
    return (outcome, text.split(separator: "\n").map(String.init))
  }

  private func drafts(below folder: String) throws -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).filter { name in
      [".new-", ".part", ".draft-"].contains { name.contains($0) }
    }
  }
}
