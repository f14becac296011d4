public import KindlyLanguage

/// A place in a text as editors count: lines from 0, columns in UTF-16 units from 0.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// From 0.
  public var line: Int
  /// UTF-16 units from the start of the line.
  public var column: Int

  /// A place that need not be in any text.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by lines, then by columns.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The one door between the offsets of a source and the places of an editor.
public struct TextPositions: Sendable {
  private let source: Source
  /// The offset of the first byte of each line.
  private let starts: [Int]

  /// Counts the lines of a source once.
  public init(of source: Source) {
    self.source = source
    var starts = [0]
    source.bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
    }
    self.starts = starts
  }

  /// How many lines there are; one in an empty text.
  public var count: Int { starts.count }

  /// The place of an offset; offsets outside count as the nearest end.
  public func position(of offset: Int) -> TextPosition {
    let offset = min(max(0, offset), source.bytes.count)
    let line = line(of: offset)
    return TextPosition(line: line, column: Self.units(source.bytes[starts[line]..<offset]))
  }

  /// The offset of a place; beyond the end of a line it is that end, beyond the text the text's.
  public func offset(of position: TextPosition) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return source.bytes.count }
    let span = span(ofLine: position.line)
    var units = 0
    var offset = span.lower
    while offset < span.upper, units < position.column {
      let byte = source.bytes[offset]
      units += byte >= 0xF0 ? 2 : 1
      offset += 1
      while offset < span.upper, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// A line without its end, counted from 0.
  public func span(ofLine line: Int) -> SourceSpan {
    let start = starts[min(max(0, line), starts.count - 1)]
    var end = line + 1 < starts.count ? starts[line + 1] - 1 : source.bytes.count
    if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(start, max(start, end))
  }

  /// The line of an offset, counted from 0.
  public func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// UTF-16 units of bytes that are UTF-8; a byte that is none counts as one.
  private static func units(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 >= 0xF0 ? 2 : $1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
