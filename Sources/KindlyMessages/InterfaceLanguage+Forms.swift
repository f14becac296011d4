import KindlyBase

// How a language writes numbers, days and quotations.
extension InterfaceLanguage {
  /// Whether a number takes the singular.
  func isOne(_ count: Int) -> Bool {
    switch self {
    case .english, .german, .spanish: count == 1
    }
  }

  /// `"metta"`, `„metta“`, `«metta»`.
  func quotation(of text: String) -> String {
    switch self {
    case .english: "\"\(text)\""
    case .german: "„\(text)“"
    case .spanish: "«\(text)»"
    }
  }

  /// A number rounded to at most so many digits behind `.` or `,`; zeros at its end are left out.
  func digits(of number: Double, most: Int) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return "\(number)" }
    let scale = (0..<max(0, most)).reduce(1) { scale, _ in scale * 10 }
    let whole = Int64((number.magnitude * Double(scale)).rounded())
    var digits = String(whole % Int64(scale) + Int64(scale)).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let point = self == .english ? "." : ","
    return (number < 0 && whole != 0 ? "-" : "") + String(whole / Int64(scale))
      + (digits.isEmpty ? "" : point + digits)
  }

  /// A day such as `2026-11-23` as the language writes it, in ten columns, or a month such as `2026-11`;
  /// anything else as it is.
  func date(_ day: String) -> String {
    let parts = day.split(separator: "-")
    if parts.count == 2 {
      switch self {
      case .english: return day
      case .german: return "\(parts[1]).\(parts[0])"
      case .spanish: return "\(parts[1])/\(parts[0])"
      }
    }
    guard parts.count == 3 else { return day }
    switch self {
    case .english: return day
    case .german: return "\(parts[2]).\(parts[1]).\(parts[0])"
    case .spanish: return "\(parts[2])/\(parts[1])/\(parts[0])"
    }
  }
}
