public import KindlyBase

/// Messages of JSON-RPC out of a stream of bytes, and into one: a `Content-Length` header before each.
public struct MessageStream: Sendable {
  private var bytes: [UInt8] = []

  /// The longest message that is read, in bytes; a practice is a sixteenth of it at most.
  public static let limit = 16 << 20

  /// A stream of which nothing came yet.
  public init() {}

  /// What came out of the stream.
  public enum Arrival: Sendable {
    /// A message.
    case message(JSON)
    /// Something of a message's length that is no JSON.
    case unreadable
    /// The stream can't be read from here on.
    case broken
  }

  /// Takes bytes as they come, and gives the messages that are whole now.
  public mutating func take(_ more: some Sequence<UInt8>) -> [Arrival] {
    bytes += more
    var arrivals: [Arrival] = []
    var start = 0
    while let head = Self.headEnd(bytes, from: start) {
      guard let length = Self.length(bytes[start..<head.lower]), length <= Self.limit else {
        bytes = []
        return arrivals + [.broken]
      }
      guard bytes.count >= head.upper + length else { break }
      let body = bytes[head.upper..<(head.upper + length)]
      arrivals.append(JSONReader.value(body).map(Arrival.message) ?? .unreadable)
      start = head.upper + length
    }
    bytes.removeFirst(start)
    if bytes.count > Self.limit + 4_096 || Self.isEndlessHead(bytes) {
      bytes = []
      arrivals.append(.broken)
    }
    return arrivals
  }

  /// A message with its header.
  public static func framed(_ message: JSON) -> String {
    let body = message.line
    return "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// Where the head of a message ends: at an empty line.
  private static func headEnd(_ bytes: [UInt8], from start: Int) -> (lower: Int, upper: Int)? {
    var index = start
    while index + 3 < bytes.count, index - start < 4_096 {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D,
        bytes[index + 3] == 0x0A
      {
        return (index, index + 4)
      }
      index += 1
    }
    return nil
  }

  private static func isEndlessHead(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 8_192 && headEnd(bytes, from: 0) == nil
  }

  private static func length(_ head: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == "content-length" {
        return Int(parts[1].split(separator: " ").joined()).flatMap { $0 >= 0 ? $0 : nil }
      }
    }
    return nil
  }
}
