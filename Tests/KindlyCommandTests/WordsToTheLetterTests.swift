import Foundation
import Testing

/// What a person types goes to the voice and to the reader as it is, and what lies in the folder where
/// they are is found.
@Suite(.besideOthers) struct WordsToTheLetterTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: ["one // two three", "see [this] place", "Title: hello", "# {name} > \\ <b>*"])
  func `words to try a voice with are said to the letter`(words: String) throws {
    let outcome = try program.run("voices", "try", "calm", words, "-o", "a.wav")
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func `a length answers for the place it was read in`() throws {
    let foo = try program.run("timeline", "metta", "--length", "foo")
    #expect(foo.code == 64)
    #expect(foo.errors.contains("--length") && !foo.errors.contains("Length:"))
    let bare = try program.run("timeline", "metta", "--length", "10")
    #expect(bare.errors.contains("\"10\" has no unit."))
    #expect(try program.run("timeline", "metta", "--length", "7,5 min").code == 0)
  }

  @Test(arguments: ["evening.txt", "evening", "EVENING.PRACTICE"])
  func `a file in this folder is found`(name: String) throws {
    let file = name == "evening" ? "evening.practice" : name
    try program.write("Bell: none\n\nMay I be well.\n", to: file)
    let outcome = try program.run("timeline", name)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func `a value that nobody set is a warning where one looks and an error where one listens`()
    throws
  {
    try program.write("Title: For {client}\n\nDear {client}, rest.\n", to: "a.practice")
    let check = try program.run("check", "a.practice")
    #expect(check.code == 0)
    #expect(check.output.contains("warning: unset value"))
    let timeline = try program.run("timeline", "a.practice")
    #expect(timeline.code == 65)
    #expect(timeline.errors.contains("error: unset value"))
  }

  @Test func `warnings are counted by the timeline and shown by check`() throws {
    try program.write("Rest <b>now</b>.\n", to: "für Ana.practice")
    let timeline = try program.run("timeline", "für Ana.practice")
    #expect(timeline.code == 0)
    #expect(
      timeline.errors == "kindly: There are 2 warnings; see: kindly check 'für Ana.practice'\n")
    let new = try program.run("new", "für Tom.practice")
    #expect(new.errors.hasSuffix("then try: kindly check 'für Tom.practice'\n"))
  }

  @Test func `a phrase set beside a practice, and one by its path, are heard`() throws {
    try program.write("May I be at the lake.\n", to: "own.phrases")
    try program.write("Phrases: own\n\n[phrases]\n", to: "a.practice")
    #expect(try program.run("timeline", "a.practice").output.contains("lake"))
    try program.write("May I be at the sea.\n", to: "sets/maya.phrases")
    let asked = try program.run("timeline", "a.practice", "--phrases", "./sets/maya.phrases")
    #expect(asked.output.contains("sea"), "\(asked.errors)")
  }
}
