/// Cells as a line of a table, after RFC 4180: quoted where they hold a comma, a quotation mark or a line
/// end.
///
/// A cell that a spreadsheet would take for a formula is left as it is: it is the text that was given.
public func csvLine(_ cells: [String]) -> String {
  cells.map { cell in
    let isPlain = !cell.utf8.contains {
      [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
    }
    if isPlain { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }.joined(separator: ",") + "\n"
}
