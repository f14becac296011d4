import Testing

@testable import KindlyLanguage

@Test func `a file takes its canonical form`() {
  let text = """
    \u{FEFF}title:   Loving-kindness\u{A0}for yourself
    // who wrote it
    LENGTH: 10 minutes
    #Arriving
    [toward the Self] Let   your body\tfind a way. [Pause 20 sec.] // gently
    \tNotice\\, please\\.


      >May I be safe.[pause for five seconds]
    // kept


    # Closing
    \\# not a heading [Ring the bell three times]


    """
  let canonical = """
    Title: Loving-kindness for yourself
    // who wrote it
    Length: 10 minutes

    # Arriving
    [toward self]
    Let your body find a way. [20s] // gently
    Notice, please.

    > May I be safe. [5s]
    // kept

    # Closing
    \\# not a heading [bell, 3 times]

    """
  let crlf = text.replacing("\n", with: "\r\n")
  #expect(formatted(Source(path: "a.practice", text: crlf), as: .practice) == canonical)
  #expect(formatted(Source(path: "a.practice", text: canonical), as: .practice) == canonical)
}

@Test func `text that moves to the start of a line keeps its meaning`() {
  let source = Source(path: "a.practice", text: "[slower] > May I be safe.\n")
  let canonical = "[slower]\n\\> May I be safe.\n"
  #expect(formatted(source, as: .practice) == canonical)
  #expect(
    read(practice: source).tree
      == read(practice: Source(path: "a.practice", text: canonical)).tree)
}

@Test(arguments: [
  ("#//A\nStay.\n", "# \\//A\nStay.\n"), ("Stay.\n>//Be well.\n", "Stay.\n> \\//Be well.\n"),
  ("[bell]//Stay.\n", "[bell] \\//Stay.\n"), ("[slower]//Stay.\n", "[slower]\n\\//Stay.\n"),
  ("#a\\//b\nStay.\n", "# a\\//b\nStay.\n"), ("Title://A\n\nStay.\n", "Title://A\n\nStay.\n"),
  (
    "Pronounce: Ana as a-na;//c as d\n\nStay.\n", "Pronounce: Ana as a-na;//c as d\n\nStay.\n"
  ),
  ("Stay.\n[voice \"//x\"]\n", "Stay.\n[voice \"//x\"]\n"),
  ("[toward \"//x\",she]\nStay.\n", "[toward \"//x\", she]\nStay.\n"),
])
func `words behind a mark do not become a note`(text: String, canonical: String) {
  let source = Source(path: "a.practice", text: text)
  let once = Source(path: "a.practice", text: canonical)
  #expect(formatted(source, as: .practice) == canonical)
  #expect(formatted(once, as: .practice) == canonical)
  #expect(read(practice: once).tree == read(practice: source).tree)
}

@Test func `a file with errors has no canonical form`() {
  #expect(formatted(Source(path: "a.practice", text: "[pausse 10s]\n"), as: .practice) == nil)
}

@Test func `every file of the library keeps its tree and settles at once`() {
  for source in packageFiles(in: "Sessions", ending: "practice") {
    guard let once = formatted(source, as: .practice) else {
      Issue.record("\(source.path) has errors")
      continue
    }
    let again = Source(path: source.path, text: once)
    #expect(formatted(again, as: .practice) == once)
    #expect(read(practice: again).tree == read(practice: source).tree)
  }
}
