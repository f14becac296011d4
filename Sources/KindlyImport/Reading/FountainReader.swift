/// Reads a screenplay in Fountain: dialogue is spoken, all else is for the reader.
struct FountainReader {
  private let lines: [[Scalar]]
  private var index = 0
  private var draft = ReadScript()

  static func read(_ text: String) -> ReadScript {
    var reader = FountainReader(lines: TextReader.lines(of: text))
    reader.titlePage()
    while reader.index < reader.lines.count { reader.step() }
    return reader.draft
  }

  private init(lines: [[Scalar]]) {
    self.lines = lines
    draft.mayHaveHeader = false
  }

  private func line(_ index: Int) -> ArraySlice<Scalar> {
    index >= 0 && index < lines.count ? lines[index].trimmed : []
  }

  private mutating func titlePage() {
    while index < lines.count, line(index).isEmpty { index += 1 }
    guard let first = Labels.label(in: line(index)), Labels.facts[first.name.lowercased()] != nil
    else {
      return
    }
    while index < lines.count, !line(index).isEmpty {
      if let label = Labels.label(in: line(index)) {
        let value = BareWords.plain(line(index)[label.after...].text)
        switch Labels.facts[label.name.lowercased()] {
        case .title where draft.title == nil && !value.isEmpty: draft.title = value
        case .author where draft.author == nil && !value.isEmpty: draft.author = value
        default: add(.note, line(index))
        }
      } else {
        add(.note, line(index))
      }
      index += 1
    }
  }

  private mutating func add(_ kind: TextBlock.Kind, _ text: ArraySlice<Scalar>) {
    let read = MarkupReader.read(Array(text))
    draft.blocks.append(
      TextBlock(kind, line: index + 1, kind == .note ? MarkedText(text.text) : read.out))
  }

  private mutating func step() {
    let here = line(index)
    if here.isEmpty {
      draft.blocks.append(TextBlock(.gap, line: index + 1))
    } else if here.starts(with: "/*".unicodeScalars) {
      return skip(to: "*/")
    } else if here.starts(with: "[[".unicodeScalars) {
      return skip(to: "]]")
    } else if here.first == "#" {
      add(.heading(here.prefix { $0 == "#" }.count), here.drop { $0 == "#" })
    } else if here.first == "~" {
      add(.speech, here.dropFirst())
    } else if isCharacter(index) {
      return dialogue()
    } else if "=.>".unicodeScalars.contains(here[here.startIndex]) || Self.isScene(here) {
      add(.note, here.drop { "=.>".unicodeScalars.contains($0) })
    } else {
      add(.aside, here.first == "!" ? here.dropFirst() : here)
    }
    index += 1
  }

  /// Notes and cuts, up to the mark that ends them.
  private mutating func skip(to mark: String) {
    while index < lines.count {
      let text = line(index).text
      let words = text.filter { !"/*[]".contains($0) }
      draft.blocks.append(TextBlock(.note, line: index + 1, String(words)))
      index += 1
      if text.contains(mark) { return }
    }
  }

  private static let initials: MarkSet = "IEie"

  static func isScene(_ line: ArraySlice<Scalar>) -> Bool {
    guard let first = line.first, initials.contains(first) else { return false }
    let start = line.prefix(8).text.uppercased()
    return ["INT ", "EXT ", "EST ", "INT.", "EXT.", "EST.", "I/E"].contains { start.hasPrefix($0) }
  }

  /// `GUIDE (V.O.)` after an empty line and before words.
  private func isCharacter(_ index: Int) -> Bool {
    let here = line(index)
    guard !line(index + 1).isEmpty, index == 0 || line(index - 1).isEmpty, !Self.isScene(here)
    else {
      return false
    }
    if here.first == "@" { return true }
    let name = here.prefix { $0 != "(" }
    guard name.contains(where: \.isLetter), here.last != ":", here.last?.endsSentence != true else {
      return false
    }
    return name.allSatisfy { !$0.isLetter || !$0.properties.isLowercase }
  }

  private mutating func dialogue() {
    let name = line(index)
    draft.blocks.append(
      TextBlock(.note, line: index + 1, name.filter { $0 != "@" && $0 != "^" }.text))
    index += 1
    while index < lines.count, !line(index).isEmpty {
      let here = line(index)
      if here.starts(with: "[[".unicodeScalars) {
        skip(to: "]]")
        continue
      }
      add(here.first == "(" && here.last == ")" ? .aside : .speech, here)
      index += 1
    }
  }
}
