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
  static let journal = ".local/state/kindly/journal.jsonl"
  static let sit =
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
    Deed(
      words: ["feed", "talks", "--base-url", "https://example.org/", "--force"],
      file: "talks/feed.xml",
      old: "old"
    ) { $0?.hasPrefix("<?xml") == true },
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
@Suite(.besideOthers) struct FaultTests {
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
      if number == 1 { _ = try program.runAtHome(deed.words, failing: nil) }
      try prepare(deed, in: program)
      let (outcome, operations) = try program.runAtHome(deed.words, failing: (number, fault))
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

  @Test(.enabled(if: isLong), arguments: faults)
  func `whatever operation fails, a sitting is heard whole or has not begun`(fault: Fault) throws {
    let program = try Program()
    let device = try program.hastyDevice(alone: true)
    var number = 0
    var isOver = false
    while !isOver, number < 500 {
      number += 1
      try? FileManager.default.removeItem(atPath: program.folder + "/home")
      try program.write("Bell: none\n\n[bell woodblock]\n[8s]\n", to: "home/a.practice")
      try program.write(Deed.sit, to: "home/" + Deed.journal)
      let (outcome, operations) = try program.runAtHome(
        ["play", "a.practice", "--device", device, "--json"], failing: (number, fault))
      isOver = operations.count < number
      let context = "\(isOver ? "nothing" : operations[number - 1]) failed: \(outcome)"
      let journal = FileManager.default.contents(
        atPath: program.folder + "/home/" + Deed.journal
      ).map { String(decoding: $0, as: UTF8.self) }
      #expect(journal?.hasPrefix(Deed.sit) == true, "\(context)")
      // The line of a sit is begun at its start with room for its end, so spaces may follow.
      let line = journal?.trimmingCharacters(in: .whitespacesAndNewlines)
      let isNoted = line?.hasSuffix("\"seconds\": 8, \"length\": 8, \"whole\": true}") == true
      if outcome.code == 0 {
        #expect(outcome.output.hasSuffix("\"finished\", \"frame\": 384000}\n"), "\(context)")
        let isTold = ["/.local/state/kindly", "disk is full"].contains {
          outcome.errors.contains($0)
        }
        #expect(isNoted || isTold, "\(context)")
      } else {
        #expect([65, 66, 69, 74].contains(outcome.code) && !outcome.errors.isEmpty, "\(context)")
        #expect(journal == Deed.sit, "\(context)")
      }
      if isOver { #expect(outcome.code == 0 && isNoted, "\(context)") }
    }
    #expect(isOver && number > 2)
  }

  private func prepare(_ deed: Deed, in program: Program) throws {
    try? FileManager.default.removeItem(atPath: program.folder + "/home")
    try program.write(Deed.practice, to: "home/p.practice")
    try program.write("# Day 1\nStay.\n", to: "home/c.course")
    try program.write("Name: Mira\n", to: "home/.config/kindly/me.profile")
    try program.write("", to: "home/talks/notes.txt")
    try FileManager.default.copyItem(
      atPath: HostileFile.root.path + "/Recordings/good.wav",
      toPath: program.folder + "/home/talks/a.wav")
    if deed.file.hasSuffix("me.profile") {
      try FileManager.default.removeItem(atPath: program.folder + "/home/.config")
    }
    if let old = deed.old { try program.write(old, to: "home/" + deed.file) }
  }

  private func drafts(below folder: String) throws -> [String] {
    (FileManager.default.subpaths(atPath: folder) ?? []).filter { name in
      [".new-", ".part", ".draft-"].contains { name.contains($0) }
    }
  }
}
