import ArgumentParser
import Glibc
import KindlyLibrary

extension CompletionKind {
  /// What a shell offers where texts of some kinds are named: those of the library, then files and
  /// folders.
  static func texts(_ kinds: Kind..., andFiles: Bool = true) -> CompletionKind {
    .custom { _, _, word in
      let library = CommandContext().library
      let names = kinds.flatMap { library.names(of: $0) }
      let offers = andFiles ? names + files(of: kinds, beginning: word) : names
      // Bash would obey what stands in a name such as $(…), and zsh take what follows a colon for a
      // description.
      let plain = offers.filter {
        $0.allSatisfy { $0.isLetter || $0.isNumber || "-_.,+@ /'".contains($0) }
      }
      // Bash also takes off quotation marks in what it is offered.
      return CompletionShell.requesting == .bash
        ? plain.map {
          $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
        }
        : plain
    }
  }

  private static func files(of kinds: [Kind], beginning word: String) -> [String] {
    let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
    return Library.files(in: folder.isEmpty ? "." : folder).compactMap { name in
      let path = folder + name
      guard path.hasPrefix(word), word.hasSuffix("/.") || !name.hasPrefix(".") else { return nil }
      if kinds.contains(where: { name.hasSuffix($0.ending) }) { return path }
      return access(path + "/", F_OK) == 0 ? path + "/" : nil
    }
  }
}
