/// Turns lines into the fewest bytes that bring the terminal from the picture before to this one.
struct TerminalPicture {
  private var shown: [String] = []
  private var size = (width: 0, height: 0)

  /// Forgets what is shown, after another program has drawn.
  mutating func forget() { size = (0, 0) }

  /// Bytes to write; empty when nothing changed, so that a quiet minute costs nothing.
  mutating func update(to lines: [String], width: Int, height: Int) -> String {
    var out = ""
    if size != (width, height) {
      shown = []
      size = (width, height)
      out = Escape.line(1) + Escape.clearBelow
    }
    for (index, line) in lines.enumerated() where index >= shown.count || shown[index] != line {
      out += Escape.line(index + 1) + line
    }
    if lines.count < shown.count { out += Escape.line(lines.count + 1) + Escape.clearBelow }
    shown = lines
    return out
  }
}
