import KindlyBase

/// What the page asks, once it is known to be our page.
struct Asked: Sendable {
  /// Whether something is to be changed.
  var isPost: Bool
  /// The path without the query.
  var path: String
  /// What follows `?`, by name.
  var query: [String: String]
  /// The body, bounded.
  var body: [UInt8]

  /// The body as JSON; nil if it is none.
  var json: JSON? { JSONReader.value(body[...]) }
}

/// What the page is answered.
struct Answer: Sendable {
  /// The status of HTTP.
  var status = 200
  /// The `Content-Type`.
  var type = "application/json"
  /// Further headers.
  var headers: [(String, String)] = []
  /// The body.
  var body: [UInt8] = []

  /// An answer of JSON.
  static func json(_ value: JSON) -> Answer {
    var answer = Answer()
    value.write(to: &answer.body)
    return answer
  }

  /// A refusal: a status and one sentence for a person.
  static func refused(_ status: Int, _ sentence: String) -> Answer {
    var answer = json(.object([("refused", .string(sentence))]))
    answer.status = status
    return answer
  }
}

extension JSON {
  /// A member of an object; nil for anything else.
  subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.0 == name }?.1
  }

  /// The text, if it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number, if it is one.
  var whole: Int64? { if case .int(let number) = self { number } else { nil } }

  /// The truth value, if it is one.
  var truth: Bool? { if case .bool(let value) = self { value } else { nil } }
}

/// The parts of an address after the host: a path, and the query's values by name.
struct AddressParts: Sendable {
  var path: String
  var query: [String: String] = [:]

  /// Splits `/sound?from=0`; nil where a `%` is not followed by two digits or the bytes are no UTF-8.
  init?(_ target: String) {
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = Self.plain(halves[0]) else { return nil }
    self.path = path
    guard halves.count > 1 else { return }
    for pair in halves[1].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.plain(parts[0]), let value = Self.plain(parts.count > 1 ? parts[1] : "")
      else { return nil }
      query[name] = value
    }
  }

  private static func plain(_ text: Substring) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
