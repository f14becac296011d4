/// A few marks, such as those that decorate a line, found without walking a text.
struct MarkSet: ExpressibleByStringLiteral {
  /// One bit for each character of ASCII.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var others: [Scalar] = []

  init(stringLiteral marks: String) {
    for scalar in marks.unicodeScalars {
      switch scalar.value {
      case ..<64: low |= 1 << UInt64(scalar.value)
      case ..<128: high |= 1 << UInt64(scalar.value - 64)
      default: others.append(scalar)
      }
    }
  }

  @inline(__always)
  func contains(_ scalar: Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return low >> UInt64(value) & 1 == 1 }
    if value < 128 { return high >> UInt64(value - 64) & 1 == 1 }
    return !others.isEmpty && others.contains(scalar)
  }
}
