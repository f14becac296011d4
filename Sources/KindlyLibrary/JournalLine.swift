import Glibc

/// A line of a journal as Kindly writes it, read without a tree of values. Every other line, also one that means
/// the same, is for `JournalEntry.init(line:)`.
struct JournalLine {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  /// Reads bytes that stay where they are.
  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Texts of the line before: most sits are of one practice.
  struct Before {
    fileprivate var title = (bytes: UnsafeRawBufferPointer(start: nil, count: 0), text: "")
    fileprivate var practice = (bytes: UnsafeRawBufferPointer(start: nil, count: 0), text: "")
  }

  /// The sit; nil for a line of any other form.
  mutating func entry(after before: inout Before) -> JournalEntry? {
    guard take("{\"v\": 1, \"began\": "), let began = text(), take(", \"title\": "),
      let title = text(like: &before.title)
    else { return nil }
    var entry = JournalEntry(began: began, title: title, seconds: 0, isWhole: false)
    if take(", \"practice\": ") {
      guard let practice = text(like: &before.practice) else { return nil }
      entry.practice = practice
    }
    if take(", \"day\": ") {
      guard let day = number() else { return nil }
      entry.day = day
    }
    guard take(", \"seconds\": "), let seconds = number() else { return nil }
    entry.seconds = seconds
    if take(", \"length\": ") {
      guard let length = number() else { return nil }
      entry.length = length
    }
    if take(", \"whole\": true") {
      entry.isWhole = true
    } else if !take(", \"whole\": false") {
      return nil
    }
    if take(", \"words\": ") {
      guard let words = text() else { return nil }
      entry.words = words
    }
    guard take("}"), bytes[place...].allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    return entry
  }

  private mutating func take(_ form: StaticString) -> Bool {
    let count = form.utf8CodeUnitCount
    guard bytes.count - place >= count, let start = bytes.baseAddress,
      memcmp(start + place, form.utf8Start, count) == 0
    else { return false }
    place += count
    return true
  }

  /// The bytes of a string without escapes.
  private mutating func quoted() -> UnsafeRawBufferPointer? {
    guard take("\"") else { return nil }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        return UnsafeRawBufferPointer(rebasing: bytes[start..<place - 1])
      }
      if byte < 0x20 || byte == UInt8(ascii: "\\") { return nil }
    }
    return nil
  }

  private mutating func text() -> String? {
    quoted().flatMap { String(validating: $0, as: UTF8.self) }
  }

  private mutating func text(
    like before: inout (bytes: UnsafeRawBufferPointer, text: String)
  ) -> String? {
    guard let bytes = quoted() else { return nil }
    if bytes.count == before.bytes.count, bytes.elementsEqual(before.bytes) { return before.text }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    before = (bytes, text)
    return text
  }

  /// A whole number without a sign, as it is written: of no more digits than any sit has.
  private mutating func number() -> Int? {
    let start = place
    var value = 0
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      value = value &* 10 &+ Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    let digits = place - start
    guard (1...15).contains(digits), digits == 1 || bytes[start] != UInt8(ascii: "0") else {
      return nil
    }
    return value
  }
}
