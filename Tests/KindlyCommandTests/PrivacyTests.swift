import Foundation
import Testing

/// What is kept of people, and how it is forgotten.
@Suite(.besideOthers) struct PrivacyTests {
  private func program() throws -> Program {
    let program = try Program()
    try program.write(
      "Title: Here\nLength: 10s\n\nWelcome, {listener|friend}.\nBe here.\n[rest]\n",
      to: "here.practice")
    try program.write("id,name\n1,Mira\n2,Ben\n", to: "clients.csv")
    return program
  }

  @Test func `a private run keeps nothing, and a name is forgotten with all that was spoken of it`()
    throws
  {
    let program = try program()
    let words = ["render", "here.practice", "--for", "clients.csv", "--format", "wav", "--quiet"]
    let quiet = try program.start(Program.path, words + ["--out-dir", "a", "--private"]).outcome()
    #expect(quiet.code == 0, "\(quiet.errors)")
    #expect(try program.run("cache").output.contains(": 0 clips"))
    #expect(try program.start(Program.path, words + ["--out-dir", "b"]).outcome().code == 0)
    #expect(try program.run("cache").output.contains(": 3 clips"))
    #expect(try program.run("cache", "forget", "mira").output.hasPrefix("Forgotten: 1 clip, "))
    #expect(try program.run("cache").output.contains(": 2 clips"))
    #expect(try program.run("cache", "forget", " ").code == 64)
    for name in ["1/here.wav", "2/here.wav"] {
      #expect(
        FileManager.default.contentsEqual(
          atPath: program.folder + "/a/" + name, andPath: program.folder + "/b/" + name))
    }
  }

  @Test func `what is kept is shown, and what is named is removed`() throws {
    let program = try program()
    #expect(try program.run("forget").errors.contains("Nothing is kept."))
    try program.write("Name: Mira\n", to: ".config/kindly/me.profile")
    try program.write("{}\n", to: "elsewhere")
    let state = program.folder + "/.local/state/kindly"
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: state + "/journal.jsonl", withDestinationPath: program.folder + "/elsewhere")
    #expect(try program.run("timeline", "here.practice").code == 0)
    let shown = try program.run("forget").output
    let names = shown.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(names == ["speech", "profile", "journal"], "\(shown)")
    let removed = try program.run("forget", "journal", "speech", "course")
    #expect(removed.code == 0 && removed.errors.contains("nothing of: course"), "\(removed)")
    // What a link leads to is gone as well.
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/elsewhere"))
    #expect(try program.run("forget").output.split(separator: "\n").count == 1)
    let slip = try program.run("forget", "jurnal")
    #expect(slip.code == 64 && slip.errors.contains("journal"), "\(slip.errors)")
    #expect(FileManager.default.fileExists(atPath: program.folder + "/.config/kindly/me.profile"))
  }

  @Test func `the limit of the cache is stated and can be set`() throws {
    let program = try program()
    program.environment["KINDLY_CACHE_LIMIT"] = "500M"
    #expect(try program.run("cache").output.hasSuffix(", of at most 500 MB\n"))
    program.environment["KINDLY_CACHE_LIMIT"] = "4 GB"
    #expect(try program.run("cache").output.hasSuffix(", of at most 4 GB\n"))
  }
}
