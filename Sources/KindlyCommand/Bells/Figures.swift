import Glibc

/// Numbers for people, in columns.
enum Figures {
  /// A number with so many places after the point.
  static func fixed(_ number: Double, _ places: Int) -> String {
    let scale = pow(10, Double(places))
    let whole = (abs(number) * scale).rounded()
    guard whole < 1e15 else { return String(number) }
    let digits = String(Int(whole))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = number < 0 && whole != 0 ? "-" : ""
    return places == 0
      ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// Spaces before, up to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
