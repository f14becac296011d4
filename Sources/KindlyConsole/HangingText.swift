/// Text for a person, broken between words at a width, with the lines after the first set in.
public struct HangingText: Sendable {
  private let width: Int

  /// `width`: the columns of the terminal; no line is broken if nil.
  public init(width: Int?) { self.width = width ?? .max }

  /// The lines of `text` behind `label`; later ones begin below the text. Where the terminal leaves the
  /// text less than 20 columns, it begins on a line of its own, set in by four.
  public func lines(_ label: String = "", _ text: String) -> [String] {
    let start = label.columns
    guard width < .max else { return [label + text] }
    let isNarrow = width - start < 20 && start > 4
    let indent = isNarrow ? min(4, max(0, width - 8)) : start
    let pieces = text.wrapped(to: max(1, width - indent))
    guard !isNarrow else {
      let head = label.wrapped(to: max(1, width)).map { $0.trimmedEnd }
      return head + pieces.map { String(repeating: " ", count: indent) + $0 }
    }
    return pieces.enumerated().map { place, piece in
      ((place == 0 ? label : String(repeating: " ", count: indent)) + piece).trimmedEnd
    }
  }

  /// A text of several lines, each broken where it is too long; what a line is set in by is kept, and so
  /// is the number before a choice.
  public func whole(_ text: String) -> String {
    guard width < .max else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      line -> [String] in
      guard String(line).columns > width else { return [String(line)] }
      var rest = line.drop { $0 == " " }
      let number = rest.prefix { $0.isNumber }
      let isChoice = !number.isEmpty && rest.dropFirst(number.count).hasPrefix("  ")
      if isChoice { rest = rest.dropFirst(number.count).drop { $0 == " " } }
      return lines(String(line[..<rest.startIndex]), String(rest))
    }.joined(separator: "\n")
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
