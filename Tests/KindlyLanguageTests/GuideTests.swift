import Foundation
import Testing

@testable import KindlyLanguage

@Test(arguments: Guide.chapters.map(\.title))
func `each example of the guide reads without a word and is in canonical form`(title: String) {
  for chapter in Guide.chapters where chapter.title == title {
    for case .example(let example, let kind) in chapter.parts {
      let source = Source(path: "example." + kind.rawValue, text: example + "\n")
      let told = diagnostics(of: source, as: kind)
      #expect(told.isEmpty, "\(Report(on: source).drawing(of: told))")
      #expect(formatted(source, as: kind) == example + "\n")
    }
  }
}

@Test func `the template of a new practice is clean`() {
  let source = Source(path: "new.practice", text: Guide.template)
  let told = read(practice: source).diagnostics
  #expect(told.isEmpty, "\(Report(on: source).drawing(of: told))")
  #expect(formatted(source, as: .practice) == Guide.template)
}

/// Every word that begins a cue or a header line must be in the guide.
@Test func `the guide shows every cue and every key`() {
  for word in [
    "[20s]", "[~20s]", "[10s to 40s]", "[short pause]", "[pause]", "[long pause]", "[rest]",
    "[rest x2]", "[silence until", "[bell]", "softly", "times", "apart", "let it fade", "[bell at",
    "bell every", "[phrases]", "rounds", "fill", "after each", "out-breath", "[breathe", "breaths]",
    "[toward", "[voice", "[language", "[slower]", "[faster]", "[normal speed]", "[breath in",
    "[repeat", "[for each", "[end]", "[include", "[recorded", "{round}", "{name}", "{they are}",
  ] + FileKind.practice.keys.map({ $0.name + ":" }) {
    #expect(Guide.plain.contains(word), "\(word)")
  }
}

@Test func `the page of the documentation is the guide of the program`() throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Documentation/language.md")
  if ProcessInfo.processInfo.environment["RECORD"] != nil {
    try Data(Guide.markdown.utf8).write(to: file)
    Issue.record("recorded")
  }
  #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == Guide.markdown)
}
