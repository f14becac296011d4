/// How a session is cut into rows of equal length, so that one of an hour fits a sheet.
struct PictureRows {
  /// Length of the session.
  let whole: Frames
  /// Length of a row.
  let length: Frames
  /// From one mark of the scale to the next.
  let tick: Frames
  /// How many rows there are; at least one.
  let count: Int

  /// The most rows of a picture, while there is a longer row to choose.
  static let most = 12
  /// Seconds of a row, and of a mark on its scale.
  private static let choices: [(row: Int64, tick: Int64)] = [
    (30, 5), (60, 10), (120, 20), (180, 30), (300, 60), (600, 60), (900, 120), (1_200, 120),
    (1_800, 300), (3_600, 600), (7_200, 600), (14_400, 1_800),
  ]

  init(_ whole: Frames) {
    self.whole = whole
    let fitting = Self.choices.first { $0.row * Frames.rate * Int64(Self.most) >= whole.count }
    let choice = fitting ?? (14_400, 1_800)
    length = Frames(choice.row * Frames.rate)
    tick = Frames(choice.tick * Frames.rate)
    count = max(1, Int((whole.count + length.count - 1) / length.count))
  }

  /// The frames of a row; the last one ends with the session.
  func frames(of row: Int) -> Range<Frames> {
    let start = Frames(length.count * Int64(row))
    return start..<max(start, min(start + length, whole))
  }

  /// The row of a frame.
  func row(of frame: Frames) -> Int {
    min(count - 1, max(0, Int(frame.count / length.count)))
  }

  /// Where a frame lies, in the units of the picture.
  func x(_ frame: Frames, in row: Int) -> Double {
    let part = Double((frame - frames(of: row).lowerBound).count) / Double(length.count)
    return Self.left + part * Self.width
  }

  /// The upper edge of a row.
  func y(_ row: Int) -> Double { Self.head + Double(row) * Self.pitch }

  /// The parts of a stretch of time, a row each.
  func parts(of start: Frames, _ frames: Frames) -> [(row: Int, range: Range<Frames>)] {
    let end = start + max(frames, .zero)
    return (row(of: start)...row(of: Frames(max(start.count, end.count - 1)))).compactMap { row in
      let part = self.frames(of: row).clamped(to: start..<end)
      return part.isEmpty ? nil : (row, part)
    }
  }

  // MARK: - Measures, in the units of the picture

  static let left = 64.0
  static let width = 920.0
  static let right = 16.0
  /// Above the first row: title and description.
  static let head = 76.0
  /// From one row to the next.
  static let pitch = 92.0
  /// Under the last row: what the shapes mean.
  static let foot = 34.0
  /// Base lines and edges within a row, from its upper edge.
  static let sectionLine = 12.0
  static let wordLine = 27.0
  static let bellTop = 31.0
  static let bellHeight = 10.0
  static let bandTop = 42.0
  static let bandHeight = 26.0
  static let wishTop = 69.5
  static let backgroundTop = 73.0
  static let backgroundHeight = 5.0
  static let timeLine = 88.0
}
