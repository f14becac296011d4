import Foundation
@testable import KindlySpeech
import Testing

/// The tables in `Forms/`: three hundred written forms of each language, and the words for them.
@Suite struct FormsTests {
  @Test(arguments: ["en", "de", "es", "fr"])
  func `every written form of the table is said in its words`(language: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let table = try String(
      contentsOf: folder.appending(path: "Forms/\(language).tsv"), encoding: .utf8)
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("//") }
      .map { $0.split(separator: "\t").map { unescaped($0) } }
    #expect(rows.count >= 300)
    for row in rows {
      try #require(row.count == 2, "\(row)")
      #expect(SpeakableText(row[0], language: language).string == row[1], "\(row[0])")
    }
  }

  /// Reads `\u00E9` as é.
  private func unescaped(_ text: Substring) -> String {
    let parts = text.split(separator: "\\u", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let code = UInt32(part.prefix(4), radix: 16), let scalar = Unicode.Scalar(code) else {
        return text + "\\u" + part
      }
      return text + String(Character(scalar)) + part.dropFirst(4)
    }
  }
}
