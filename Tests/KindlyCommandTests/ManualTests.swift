import Foundation
import KindlyLibrary
import KindlyRecording
import Testing

@testable import KindlyLanguage
@testable import KindlyCommand

/// The manual and the program say the same.
@Suite(.besideOthers) struct ManualTests {
  let manual: ManualPages

  init() throws { manual = try ManualPages.written.get() }

  @Test func `every command and every option has its place, and no page names another one`() throws
  {
    for (command, options) in manual.options {
      let told = try manual.entries(of: command)
      #expect(!told.isEmpty, "\(command)")
      for option in options { #expect(told.contains(option), "\(command) \(option)") }
    }
    let known = Set(manual.options.flatMap(\.options))
    let named = manual.pages.flatMap { ManualPages.options(in: $0.value) }
    #expect(named.count > 50)
    #expect(Set(named).subtracting(known) == [])
  }

  @Test func `a command that no draft describes is a mistake, and so is one that is gone`() throws {
    let more = try ManualPages.write { commands in
      commands + [["commandName": "sing", "shouldDisplay": true]]
    }
    #expect(more.code == 1)
    #expect(more.errors.contains("kindly.1.md: sing: no @command line describes it."))
    let fewer = try ManualPages.write { commands in
      commands.filter { $0["commandName"] as? String != "journal" }
    }
    #expect(fewer.code == 1)
    #expect(fewer.errors.contains("kindly.1.md: The program has no command journal."))
  }

  @Test func `every exit code is told, and no other`() throws {
    let codes = Failure.Code.allCases.map { "\($0.rawValue)" }
    #expect(try manual.terms(of: "EXIT STATUS") == ["0"] + codes.sorted() + ["128+n"])
  }

  @Test func `every variable the program reads is told, and no other`() throws {
    let read = try ManualPages.variables()
    #expect(read.count > 10)
    #expect(Set(try manual.terms(of: "ENVIRONMENT")) == read)
  }

  @Test func `every kind of file is told, and has a page of its own`() throws {
    let files = try manual.terms(of: "FILES")
    for kind in Kind.allCases {
      let path = "~/.local/share/kindly/\(kind.folder)/*\(kind.ending)"
      #expect(files.contains(path))
      #expect(manual.pages["kindly-\(kind.rawValue).5"]?.contains(path) == true)
    }
    #expect(files.contains("~/.config/kindly/me.profile"))
    // The user's own files end in one of these, or are the program's own.
    let endings = Set(
      files.compactMap { $0.split(separator: "*.").dropFirst().first.map(String.init) })
    #expect(endings == Set(Kind.allCases.map(\.rawValue)))
  }

  @Test(arguments: FileKind.allCases)
  func `every key of a file is told in its page`(kind: FileKind) throws {
    // A course is a practice, and its page says so.
    let name = kind == .course ? "practice" : kind.rawValue
    let page = try #require(manual.pages["kindly-\(name).5"])
    for key in kind.keys.map(\.name) {
      #expect(["`\(key)`", "`\(key): ", "\n\(key): "].contains { page.contains($0) }, "\(key)")
    }
  }

  @Test func `every format of sound and of captions is told`() throws {
    let page = try #require(manual.pages["kindly.1"])
    for format in FileFormat.allCases {
      #expect(page.contains("`.\(format.endings[0])`"), "\(format)")
    }
    let captions = CaptionFormat.allCases.map(\.rawValue).joined(separator: ",")
    #expect(page.contains("`--captions \(captions)`"))
  }
}
