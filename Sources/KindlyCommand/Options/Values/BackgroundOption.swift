import ArgumentParser
import Glibc
import KindlyLanguage
import KindlyMessages

/// What lies under a session: `--background rain`, `--background "stream, softly"`,
/// `--background ./sea.flac`, `--background none`.
struct BackgroundOption: OptionValue {
  /// What the compiler is asked for.
  let cue: BackgroundCue
  /// As it was given.
  let text: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    text = argument
    if argument == "none" {
      cue = .ends
      return
    }
    var name = argument[...]
    var level = BackgroundChoice.Level.usual
    // A path may hold anything, so only a last word after a comma is a level.
    if let comma = argument.lastIndex(of: ",") {
      let word = argument[argument.index(after: comma)...].drop { $0 == " " }
      if let asked = BackgroundChoice.Level(rawValue: String(word)), asked != .usual {
        (name, level) = (argument[..<comma], asked)
      }
    }
    cue = .plays(BackgroundChoice(name: Self.whole(String(name)), level: level))
  }

  /// The whole path of a sound file, from the folder the command is called in; a name as it is.
  private static func whole(_ name: String) -> String {
    guard name.contains(".") || name.contains("/"), !name.hasPrefix("/"),
      let folder = getcwd(nil, 0)
    else { return name }
    defer { free(folder) }
    return String(cString: folder) + "/" + (name.hasPrefix("./") ? String(name.dropFirst(2)) : name)
  }

  static let possible = Message.aBackgroundOrFile
}
