import Testing

/// What bash offers after Tab, by the script that the program prints for it.
@Suite(.besideOthers) struct CompletionTests {
  /// The completions of the last of `words`.
  private func offered(_ program: Program, _ words: String...) throws -> [String] {
    try program.write(
      try program.run("--generate-completion-script", "bash").output, to: "script")
    let line = ([Program.path] + words).map { "'\($0)'" }.joined(separator: " ")
    let bash = """
      . ./script
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _kindly_joined kindly "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try program.start("/bin/bash", ["-c", bash]).outcome()
    #expect(outcome.errors == "")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func `practices are offered by name, with files and folders beside them`() throws {
    let program = try Program()
    try program.write("Title: A\n\nMay I.\n", to: "metta-fresh.practice")
    try program.write("Title: B\n\nMay I.\n", to: "metta-friends/own.practice")
    try program.write("", to: "metta-free.txt")
    #expect(
      Set(try offered(program, "play", "metta-fr"))
        == ["metta-fr", "metta-friend", "metta-fresh.practice", "metta-friends/"])
    #expect(try offered(program, "render", "metta-friends/") == ["metta-friends/own.practice"])
    #expect(try offered(program, "timeline", "metta-fre") == ["metta-fresh.practice"])
  }

  @Test func `narrators, bells, phrase sets and courses are offered where they are named`() throws {
    let program = try Program()
    #expect(try offered(program, "play", "metta", "--voice", "hib") == ["hibari"])
    #expect(try offered(program, "bells", "ring", "bowl-l") == ["bowl-large"])
    #expect(try offered(program, "course", "start", "").contains("first-week"))
    #expect(!(try offered(program, "phrases", "show", "")).isEmpty)
  }

  @Test func `values are offered behind an equals sign, as bash divides it`() throws {
    let program = try Program()
    #expect(try offered(program, "play", "metta", "--voice", "=", "hib") == ["hibari"])
    #expect(try offered(program, "play", "--bell", "=", "bowl-l") == ["bowl-large"])
    #expect(try offered(program, "play", "--voice", "=").contains("hibari"))
    #expect(try offered(program, "play", "--voice", "=", "calm", "metta-fri") == ["metta-friend"])
    #expect(try offered(program, "render", "metta", "--captions", "v") == ["vtt"])
  }

  @Test func `a name with an apostrophe is offered whole`() throws {
    let program = try Program()
    try program.write("May I be well.\n", to: "Ana's evening.practice")
    #expect(try offered(program, "play", "Ana").contains("Ana's evening.practice"))
  }

  @Test func `a file's name is never obeyed`() throws {
    let program = try Program()
    try program.write("", to: "$(touch obeyed).practice")
    try program.write("", to: "`touch obeyed`.practice")
    try program.write("", to: "ours and theirs.practice")
    #expect(try offered(program, "play", "").contains("ours and theirs.practice"))
    let left = try program.start("/bin/ls", []).outcome().output
    #expect(!left.split(separator: "\n").contains("obeyed"))
  }
}
