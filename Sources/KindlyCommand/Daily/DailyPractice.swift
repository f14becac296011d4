import ArgumentParser
import Glibc
import KindlyBase
import KindlyDesktop
import KindlyLibrary
import KindlyMessages

/// What is played every day: the words behind the time, looked at as the program will look at them.
struct DailyPractice {
  private let words: [String]
  /// The words of a command line of the program.
  private let command: [String]

  /// Looks at the words: a practice with options of `play`; or `sit`, or `today`, with their own.
  /// - Throws: `Failure`, or what the parser says, where they could not be played.
  init(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") || first == "-" else {
      throw Failure(.usage, Message.dailyNoPractice)
    }
    self.words = words
    do {
      try Self.expectPlayable(try PlayCommand.parse(words))
      command = ["play"] + words
    } catch {
      guard ["sit", "today"].contains(first) else { throw error }
      // A practice of that name would have been meant.
      _ = try Kindly.parseAsRoot(words)
      command = words
    }
  }

  private static func expectPlayable(_ play: PlayCommand) throws {
    let context = CommandContext(isPrivate: true)
    for practice in play.practices {
      guard practice != "-" else { throw Failure(.usage, Message.dailyStandardInput) }
      try context.expectReadable(practice)
    }
    _ = try play.playing.end.program()
  }

  /// The unit that starts it.
  func unit(at time: DailyTime) throws(Failure) -> DailyUnit {
    let told = visible(words.map(Self.shown).joined(separator: " "))
    // Nobody reads what it says, and systemd would keep it.
    let quiet = [command[0], "--quiet"] + command.dropFirst()
    var unit = DailyUnit(
      at: time, command: [Folders.ownPath ?? "/usr/bin/kindly"] + quiet, told: told,
      variables: Self.variables)
    if namesFiles {
      let folder = Self.folder
      guard DailyUnit.isFolder(folder) else { throw Failure(.usage, Message.dailyFolder(folder)) }
      unit.folder = folder
    }
    return unit
  }

  /// A word as it is typed; an option needs no quotation marks.
  private static func shown(_ word: String) -> String {
    !word.isEmpty && ShellWord.quoted("x" + word) == "x" + word ? word : ShellWord.quoted(word)
  }

  /// Whether a word is the path of a file from here, so that it must be played from here.
  private var namesFiles: Bool {
    words.contains(where: Self.isFile)
  }

  /// Whether a word, or what it says behind `=`, is the relative path of a file.
  private static func isFile(_ word: String) -> Bool {
    var paths = [word]
    if let equals = word.firstIndex(of: "=") {
      paths.append(String(word[word.index(after: equals)...]))
    }
    return paths.contains { !$0.hasPrefix("/") && access($0, F_OK) == 0 }
  }

  private static var folder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Where the listener's files are, where that is not the usual place.
  private static var variables: [String] {
    ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"].compactMap { name in
      guard let value = getenv(name).map({ String(cString: $0) }), value.hasPrefix("/") else {
        return nil
      }
      return "\(name)=\(value)"
    }
  }
}
