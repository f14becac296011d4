/// What the program says of itself with `--experimental-dump-help`.
struct Help: Decodable {
  var command: Command
}

/// A command and those below it.
struct Command: Decodable {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var defaultSubcommand: String?
  var arguments: [Argument]?
  var subcommands: [Command]?

  /// What can stand after it, without what every command understands.
  var ownArguments: [Argument] {
    (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.valueName) }
  }

  /// The commands below it that are shown.
  var shown: [Command] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }
}

/// An argument, an option or a flag.
struct Argument: Decodable, Hashable {
  var kind: Kind
  var names: [Name]?
  var valueName: String
  var abstract: String?
  var defaultValue: String?
  var isOptional: Bool
  var isRepeating: Bool
  var shouldDisplay: Bool

  enum Kind: String, Decodable {
    case positional, option, flag
  }

  struct Name: Decodable, Hashable {
    var kind: String
    var name: String

    /// As it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }
}
