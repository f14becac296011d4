import Testing

@testable import KindlyLanguage

/// Files that make a reader slow which looks again and again for what never comes.
private let hostile: [(name: String, text: String)] = {
  func filled(_ piece: String, by separator: String = "\n", _ bytes: Int = 20_000) -> String {
    String(repeating: piece + separator, count: bytes / (piece.utf8.count + separator.utf8.count))
  }
  return [
    ("the same key", filled("Title: x")), ("unknown keys", "Title: x\n" + filled("Titel: x")),
    ("ends of nothing", filled("[end]")),
    ("ends of others", filled("[for each friend, self]\n[end repeat]")),
    ("open parentheses", filled("a" + String(repeating: "(", count: 1900))),
    ("open tags", filled("a" + String(repeating: "<b", count: 900))),
    ("open brackets", filled(String(repeating: "[", count: 1900))),
    ("open braces", filled(String(repeating: "{", count: 1900))),
    ("wide brackets", filled(String(repeating: "【", count: 600))),
    ("one long line", filled("(", by: "")), ("stars", filled("* a", by: "")),
    ("unknown cues", filled("[pausse 10s]", by: " ")), ("colons", filled("a:", by: "")),
  ]
}()

@Test(arguments: hostile.map(\.name))
func `no file takes long to read, report or format`(name: String) {
  guard let text = hostile.first(where: { $0.name == name })?.text else { return }
  let source = Source(path: "hostile.practice", text: text)
  let told = read(practice: source).diagnostics
  let report = Report(on: source)
  #expect(told.prefix(100).allSatisfy { !report.drawing(of: $0).isEmpty })
  _ = formatted(source, as: .practice)
}
