/// Commands and their options as Markdown.
struct CommandText {
  /// Options that several commands have in common, described in one place.
  struct Shared {
    var title: String
    var options: [Argument]
    var link: String { "\\[*\(title.lowercased())*\\]" }
  }

  /// The groups of options that were described so far, in order.
  var shared: [Shared] = []

  /// A command and those below it: what is typed, what it does, its own options.
  func section(_ command: Command, after words: String) -> String {
    let name = "\(words) \(command.commandName)"
    let below = command.shown.map { part($0, after: name, isDefault: $0.isDefault(of: command)) }
    let whole = command.shown.isEmpty ? [body(of: command, name)] : [says(command)] + below
    return "## \(name)\n\n" + whole.joined(separator: "\n\n")
  }

  /// What several commands have in common, with their names.
  func section(_ group: Shared, users: [String]) -> String {
    "## \(group.title)\n\nUnderstood by \(users.map { "`\($0)`" }.listed).\n\n"
      + definitions(group.options)
  }

  /// Options and what they do, as a definition list.
  func definitions(_ options: [Argument]) -> String {
    options.map { "\($0.heading)\n\n:   \($0.says)\n" }.joined(separator: "\n")
  }

  /// A command below another one, as an entry of a list.
  private func part(_ command: Command, after words: String, isDefault: Bool) -> String {
    let name = words + " " + command.commandName
    let note = isDefault ? "Also where nothing stands after `\(words)`." : ""
    let text = [says(command), note, definitions(own(command))].filter { !$0.isEmpty }
    let lines = text.joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let indented = lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    return synopsis(command, name) + "\n\n:   " + indented.dropFirst(4)
  }

  private func body(of command: Command, _ name: String) -> String {
    [synopsis(command, name), says(command), definitions(own(command))]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func says(_ command: Command) -> String {
    [command.abstract, command.discussion].compactMap { $0?.plainMarkdown }
      .joined(separator: "\n\n")
  }

  private func synopsis(_ command: Command, _ name: String) -> String {
    let groups = shared.filter { $0.isUsed(by: command) }.map(\.link)
    let own = own(command).filter { $0.kind != .positional }
    let words = command.ownArguments.filter { $0.kind == .positional }
    return (["`\(name)`"] + own.map(\.use) + groups + words.map(\.use)).joined(separator: " ")
  }

  private func own(_ command: Command) -> [Argument] {
    let described = Set(shared.filter { $0.isUsed(by: command) }.flatMap(\.options))
    return command.ownArguments.filter { !described.contains($0) }
  }
}

extension CommandText.Shared {
  /// Whether a command understands all of them.
  func isUsed(by command: Command) -> Bool {
    Set(command.ownArguments).isSuperset(of: options)
  }
}

extension Command {
  fileprivate func isDefault(of command: Command) -> Bool {
    command.defaultSubcommand == commandName
  }
}

extension Argument {
  /// `-o`, `--output` *file*.
  fileprivate var heading: String {
    guard kind != .positional else { return "*\(valueName)*" }
    let names = (names ?? []).sorted { $0.typed.count < $1.typed.count }.map { "`\($0.typed)`" }
    return names.joined(separator: ", ") + (kind == .option ? " *\(valueName)*" : "")
  }

  /// How it is written in a line: optional parts in brackets.
  fileprivate var use: String {
    let name = (names ?? []).map(\.typed).min { $0.count < $1.count }
    var words = [name.map { "`\($0)`" }, kind == .flag ? nil : "*\(valueName)*"]
      .compactMap { $0 }.joined(separator: " ")
    if isRepeating { words += " ..." }
    return isOptional ? "\\[\(words)\\]" : words
  }

  /// What it does, and what holds without it.
  fileprivate var says: String {
    let abstract = (abstract ?? "").plainMarkdown
    guard let value = defaultValue else { return abstract }
    let number = value.hasSuffix(".0") ? String(value.dropLast(2)) : value
    return abstract + " Without it: " + number.plainMarkdown + (number.hasSuffix(".") ? "" : ".")
  }
}
