/// An XML document in the making, one element a line.
package struct XMLText {
  /// The document so far.
  package private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  package init() {}

  package mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    line("<\(name)\(Self.written(attributes))>")
    depth += 1
  }

  package mutating func close(_ name: String) {
    depth -= 1
    line("</\(name)>")
  }

  package mutating func element(
    _ name: String, _ content: String, _ attributes: [(String, String)] = []
  ) {
    line("<\(name)\(Self.written(attributes))>\(Self.escaped(content))</\(name)>")
  }

  package mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    line("<\(name)\(Self.written(attributes))/>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: "  ", count: depth) + line + "\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }

  /// Text with XML's own marks written as names; what XML 1.0 forbids is left out.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out += " "
      case "\u{0}"..."\u{1f}", "\u{fffe}", "\u{ffff}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
