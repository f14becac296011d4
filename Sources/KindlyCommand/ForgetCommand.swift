import ArgumentParser
import KindlyBase
import KindlyLibrary

/// `kindly forget`: what is kept of anybody, and how to be rid of it.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Show what is kept of you and of others, or remove it.",
    discussion: """
      Alone it removes nothing. Your own practices, voices and sound files are not among it: they are \
      where you put them. 'kindly cache forget NAME' forgets what was spoken with one name.
      """)

  @Argument(
    help: ArgumentHelp(
      "What to remove: " + Kept.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "what"),
    completion: .list(Kept.allCases.map(\.rawValue)))
  var named: [KeptName] = []

  func run() throws {
    let folders = try Folders.ofUser()
    if named.isEmpty { return show(folders) }
    var failed: [Kept] = []
    for kept in Kept.allCases where named.contains(where: { $0.kept == kept }) {
      let bytes = kept.bytes(in: folders)
      if !kept.remove(in: folders) {
        failed.append(kept)
      } else if bytes != nil {
        Printer.result("Removed: \(kept.rawValue)")
      } else {
        Printer.note("There was nothing of: \(kept.rawValue)")
      }
    }
    guard failed.isEmpty else {
      let paths = failed.map { visible($0.path(in: folders)) }.joined(separator: ", ")
      throw Failure(.inputOutput, "I couldn't remove \(paths). Check who owns the folder.")
    }
  }

  private func show(_ folders: Folders) {
    let lines = Kept.allCases.compactMap { kept in
      kept.bytes(in: folders).map { bytes in
        [kept.rawValue, kept.meaning, CacheLimit.words(bytes), kept.path(in: folders)]
      }
    }
    guard !lines.isEmpty else { return Printer.note("Nothing is kept.") }
    let widths = (0..<3).map { column in lines.map { $0[column].count }.max() ?? 0 }
    for line in lines {
      let cells = zip(line, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      Printer.result(visible((cells + [line[3]]).joined(separator: "  ")))
    }
    Printer.note("Remove one with: kindly forget \(lines[0][0])")
  }
}

/// Something that is kept, by its name: `kindly forget journal`.
struct KeptName: ExpressibleByArgument {
  static var allValueStrings: [String] { Kept.allCases.map(\.rawValue) }

  let kept: Kept

  init?(argument: String) {
    guard let kept = Kept(rawValue: argument.lowercased()) else { return nil }
    self.kept = kept
  }
}
