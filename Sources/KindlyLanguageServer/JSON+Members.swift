import KindlyBase

extension JSON {
  /// The member of an object; nil where there is none of that name, and for other values.
  subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.0 == name }?.1
  }

  /// The words of a string.
  var words: String? {
    if case .string(let words) = self { words } else { nil }
  }

  /// A whole number.
  var whole: Int? {
    if case .int(let number) = self { Int(exactly: number) } else { nil }
  }

  /// The values of an array; none for other values.
  var values: [JSON] {
    if case .array(let values) = self { values } else { [] }
  }
}
