import KindlyBase
import KindlyConsole
import KindlyImport
import KindlyLanguage

/// `kindly import --review`: the lines of a script, and beside each what became of it.
struct ImportReview {
  /// Lines as wide as the terminal, without escape codes.
  let lines: [String]

  init(of practice: ImportedPractice, width: Int = Terminal.width(of: 1) ?? 100) {
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
    var lines =
      header.isEmpty
      ? [] : Self.rows(number: nil, "", header.joined(separator: "\n"), side: side)
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
    let column = HangingText(width: side)
    let left = column.lines("", visible(left))
    let right = right.split(separator: "\n").flatMap { column.lines("", visible(String($0))) }
    return (0..<max(left.count, right.count)).map { row in
      let digits = row == 0 ? number.map { "\($0)" } ?? "" : ""
      let text = row < left.count ? left[row] : ""
      let gap = String(repeating: " ", count: max(0, side - columns(of: text)))
      let start =
        String(repeating: " ", count: max(0, 5 - digits.count)) + digits + " " + text + gap
      return start + " | " + (row < right.count ? right[row] : "")
    }
  }
}
