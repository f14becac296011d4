import KindlyBase

extension VoiceReader {
  /// What a voice with `Engine: command` says of its program.
  mutating func command() -> CommandVoice {
    guard let entry = sheet.value(of: .command) else {
      missing(.command)
      return CommandVoice(arguments: [])
    }
    var command = CommandVoice(arguments: arguments(entry, .command))
    check(command.arguments, entry)
    if let entry = sheet.value(of: .resident) {
      command.resident = arguments(entry, .resident)
      check(resident: command.resident, entry)
    }
    command.voice = sheet.value(of: .voice)?.value ?? ""
    command.version = sheet.value(of: .version).map { arguments($0, .version) } ?? []
    command.timeout = number(.timeout, .seconds, 1...600) ?? command.timeout
    command.seed = whole(.seed, 0...1_000_000) ?? command.seed
    command.install = sheet.value(of: .install)?.value
    command.output = output()
    return command
  }

  /// There is no shell: only spaces and double quotes have a meaning.
  private mutating func arguments(_ entry: Located<String>, _ key: VoiceKey) -> [String] {
    guard let words = programWords(entry.value) else {
      unreadable(key, entry, "program \"an argument with spaces\" {text}")
      return entry.value.split(separator: " ").map(String.init)
    }
    return words
  }

  /// Placeholders must be known, and the program itself must be named and not be one.
  private mutating func check(_ arguments: [String], _ entry: Located<String>) {
    for argument in arguments {
      for part in argument.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
        guard let end = part.firstIndex(of: "}") else { continue }
        let name = String(part[..<end])
        if !Voice.placeholders.contains(name) {
          problems.note(
            VoiceProblem.unknownPlaceholder(
              name, nearest: nearest(to: name, in: Voice.placeholders),
              known: Voice.placeholders), at: entry.span)
        }
      }
    }
    if let program = arguments.first, program.isEmpty || program.contains("{") {
      unreadable(.command, entry)
    }
  }

  /// It gets its requests by lines: only its voice is filled in, and an adapter may come first.
  private mutating func check(resident arguments: [String], _ entry: Located<String>) {
    let first = arguments.first ?? ""
    let isAdapter = first == Voice.adapter && arguments.count > 1
    let known = [Voice.adapter, "{voice}"]
    let isKnown = arguments.allSatisfy { !$0.contains("{") || known.contains($0) }
    if first.isEmpty || !isKnown || (first.contains("{") && !isAdapter) {
      unreadable(.resident, entry)
    }
  }

  private mutating func output() -> CommandVoice.Output {
    guard let entry = sheet.value(of: .output), entry.value.lowercased() != "wav" else {
      return .wav
    }
    let words = entry.value.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, words[0].lowercased() == "raw",
      let rate = Quantity.hertz.read(words[1]), (4_000...192_000).contains(rate)
    else {
      unreadable(.output, entry)
      return .wav
    }
    return .raw(rate: Int(rate))
  }
}

extension Voice {
  /// What may come first in `Resident`: the Python of the program that follows, with our adapter.
  static let adapter = "{adapter}"
  /// What may stand in braces in a command.
  static let placeholders = ["text", "out", "rate", "stretch", "voice", "seed"]
}
