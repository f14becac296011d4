/// The SVG of a picture in the making.
struct PictureText {
  /// The document so far.
  private(set) var text = ""

  /// Adds a line of the document.
  mutating func line(_ line: String) {
    text += line
    text += "\n"
  }

  /// Adds words at a place; `anchor` is `start`, `middle` or `end`.
  mutating func words(
    _ words: String, _ kind: String, x: Double, y: Double, size: Int, anchor: String = "start"
  ) {
    let at = anchor == "start" ? "" : " text-anchor=\"\(anchor)\""
    line(
      "<text class=\"\(kind)\" x=\"\(short(x))\" y=\"\(short(y))\" font-size=\"\(size)\"\(at)>"
        + XMLText.escaped(visible(words)) + "</text>")
  }

  /// Adds a rectangle.
  mutating func box(
    _ kind: String, x: Double, y: Double, width: Double, height: Double, told: String? = nil
  ) {
    shape(
      "<rect class=\"\(kind)\" x=\"\(short(x))\" y=\"\(short(y))\" width=\"\(short(width))\""
        + " height=\"\(short(height))\"", "rect", told)
  }

  /// Adds an outline.
  mutating func path(_ kind: String, _ outline: String, told: String? = nil) {
    shape("<path class=\"\(kind)\" d=\"\(outline)\"", "path", told)
  }

  /// Adds a shape; what it is stands in it, for the pointer and for screen readers.
  private mutating func shape(_ opening: String, _ name: String, _ told: String?) {
    guard let told else { return line(opening + "/>") }
    line("\(opening)><title>\(XMLText.escaped(visible(told)))</title></\(name)>")
  }
}

/// A number with one digit after the point, where it has one.
func short(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
  return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
}

/// As much of a text as fits so many units of a picture; nil where not even its beginning does.
func fitting(_ text: String, into width: Double, size: Int) -> String? {
  let room = Int(width / (Double(size) * 0.56))
  if columns(of: text) <= room { return text }
  guard room >= 8 else { return nil }
  var used = 0
  let kept = text.prefix { character in
    used += columns(of: character)
    return used < room
  }
  return kept.split(separator: " ").joined(separator: " ") + "…"
}
