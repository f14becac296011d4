extension PhraseSet {
  /// The language its words are in: as its header says, or English where they are plainly that; nil
  /// where nobody can tell.
  public var writtenLanguage: String? {
    header.language?.value ?? (isPlainlyEnglish ? "en" : nil)
  }

  /// Whether a wish begins with "May" or has the word "I", as those of no other language do that Kindly
  /// has wishes in.
  private var isPlainlyEnglish: Bool {
    wishes.flatMap(\.texts).contains { text in
      let words = text.split { !$0.isLetter && $0 != "'" }
      return words.first?.lowercased() == "may" || words.contains("I")
    }
  }
}

extension Wish {
  /// What each of its lines says, values left out.
  fileprivate var texts: [String] {
    let lines: [[Piece]]
    switch self {
    case .line(let words): lines = [words.value]
    case .group(let variants): lines = variants.map(\.words.value)
    }
    return lines.map { line in
      line.map { if case .text(let text) = $0 { text } else { " " } }.joined()
    }
  }
}
