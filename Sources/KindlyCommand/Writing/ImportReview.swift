import Glibc
import KindlyBase
import KindlyImport
import KindlyLanguage

/// `kindly import --review`: the lines of a script, and beside each what became of it.
struct ImportReview {
  /// Lines as wide as the terminal, without escape codes.
  let lines: [String]

  init(of practice: ImportedPractice, width: Int = ImportReview.terminalWidth) {
    let source = practice.source.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    )
    .map(String.init)
    var made: [Int: [String]] = [:]
    var header: [String] = []
    let written = practice.text.split(separator: "\n", omittingEmptySubsequences: false)
    var last: Int?
    for (index, line) in written.enumerated() where !line.isEmpty {
      let origin = index < practice.origins.count ? practice.origins[index] : last
      if let origin {
        made[origin, default: []].append(String(line))
        last = origin
      } else {
        header.append(String(line))
      }
    }
    let side = max(20, (width - 9) / 2)
    var lines = Self.rows(number: nil, "", header.joined(separator: "\n"), side: side)
    let end = max(source.count, made.keys.max() ?? 0)
    for number in 1...max(1, end) {
      let left = number <= source.count ? source[number - 1] : ""
      let right = made[number]?.joined(separator: "\n") ?? ""
      if left.allSatisfy(\.isWhitespace), right.isEmpty { continue }
      lines += Self.rows(number: number, left, right, side: side)
    }
    self.lines = lines
  }

  /// One line of the script and its result, wrapped.
  private static func rows(number: Int?, _ left: String, _ right: String, side: Int) -> [String] {
    let left = wrapped(left, side)
    let right = right.split(separator: "\n").flatMap { wrapped(String($0), side) }
    return (0..<max(left.count, right.count)).map { row in
      let digits = row == 0 ? number.map { "\($0)" } ?? "" : ""
      let text = row < left.count ? left[row] : ""
      let gap = String(repeating: " ", count: max(0, side - columns(of: text)))
      let start =
        String(repeating: " ", count: max(0, 5 - digits.count)) + digits + " " + text + gap
      return start + " | " + (row < right.count ? right[row] : "")
    }
  }

  /// A text in lines of so many columns.
  private static func wrapped(_ text: String, _ side: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in visible(text).split(separator: " ") {
      if !line.isEmpty, columns(of: line) + 1 + columns(of: word) > side {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      while columns(of: line) > side {
        let head = line.prefix(side)
        lines.append(String(head))
        line = String(line.dropFirst(head.count))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The columns of the terminal; 100 where there is none.
  static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 40 else { return 100 }
    return Int(size.ws_col)
  }
}
