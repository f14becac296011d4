import KindlyBase

/// One change of a text: some units taken out at a place, and others put there.
///
/// Places count in UTF-16, as a browser does.
struct Splice: Sendable, Hashable {
  /// Where.
  var at: Int
  /// How many units are taken out.
  var cut: Int
  /// What is put there.
  var put: String

  /// The smallest change that makes one text another; nil where they are equal.
  init?(from old: String, to new: String) {
    guard old != new || !old.utf8.elementsEqual(new.utf8) else { return nil }
    let (before, after) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
    var head = 0
    while head < before.count, head < after.count, before[head] == after[head] { head += 1 }
    var tail = 0
    while tail < before.count - head, tail < after.count - head,
      before[before.count - 1 - tail] == after[after.count - 1 - tail]
    { tail += 1 }
    at = before[..<head].reduce(0) { $0 + UTF16.width($1) }
    cut = before[head..<(before.count - tail)].reduce(0) { $0 + UTF16.width($1) }
    var put = String.UnicodeScalarView()
    put.append(contentsOf: after[head..<(after.count - tail)])
    self.put = String(put)
  }

  /// A change as the page sends it; nil if it is none.
  init?(_ json: JSON) {
    guard let at = json["at"]?.whole, let cut = json["cut"]?.whole, let put = json["put"]?.text,
      at >= 0, cut >= 0, at <= Int64(Int32.max), cut <= Int64(Int32.max)
    else { return nil }
    self.init(at: Int(at), cut: Int(cut), put: put)
  }

  init(at: Int, cut: Int, put: String) {
    self.at = at
    self.cut = cut
    self.put = put
  }

  /// As the page reads it.
  var members: [(String, JSON)] {
    [("at", .int(Int64(at))), ("cut", .int(Int64(cut))), ("put", .string(put))]
  }

  /// The text after the change; nil where it has no such place, or the place is inside a character.
  func applied(to text: String) -> String? {
    let units = text.utf16
    guard at + cut <= units.count else { return nil }
    let lower = units.index(units.startIndex, offsetBy: at)
    let upper = units.index(lower, offsetBy: cut)
    guard let from = lower.samePosition(in: text.unicodeScalars),
      let to = upper.samePosition(in: text.unicodeScalars)
    else { return nil }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars[..<from])
    scalars.append(contentsOf: put.unicodeScalars)
    scalars.append(contentsOf: text.unicodeScalars[to...])
    return String(scalars)
  }
}
