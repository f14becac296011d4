/// Where an offset stands, as a person counts: lines and columns from 1, a column being one
/// character as it is seen (a grapheme cluster).
public struct Place: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int
}

/// The one door between UTF-8 offsets and the lines and columns that people see.
public struct Places: Sendable {
  private let source: Source
  /// Offset of the first byte of each line.
  private let starts: [Int]

  /// Counts the lines of a source once.
  public init(of source: Source) {
    self.source = source
    var starts = [source.markLength]
    for (offset, byte) in source.bytes.enumerated() where byte == Byte.newline {
      starts.append(offset + 1)
    }
    self.starts = starts
  }

  /// The line and column of an offset; one past the last character is the end of the file.
  public func place(of offset: Int) -> Place {
    let line = lineIndex(of: offset)
    let start = starts[line]
    let end = min(max(offset, start), source.bytes.count)
    return Place(line: line + 1, column: source.text(at: SourceSpan(start, end)).count + 1)
  }

  /// The line of an offset, from 1; cheaper than its place.
  public func line(of offset: Int) -> Int { lineIndex(of: offset) + 1 }

  /// The span of a line, given from 1, without its line end.
  public func span(ofLine line: Int) -> SourceSpan {
    guard line >= 1, line <= starts.count else {
      return SourceSpan(source.bytes.count, source.bytes.count)
    }
    let start = min(starts[line - 1], source.bytes.count)
    var end = line < starts.count ? starts[line] - 1 : source.bytes.count
    if line < starts.count, end > start, source.bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return SourceSpan(start, max(start, end))
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
