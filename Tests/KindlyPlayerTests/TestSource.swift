import KindlyPlayer

/// A source whose every sample tells its frame, so that one wrong frame is found.
final class TestSource: @unchecked Sendable {  // immutable once made
  /// Length in frames.
  let length: Int64
  /// Frames that are digital silence.
  let silence: Range<Int64>

  private let cell: UnsafeMutablePointer<Cell>

  private struct Cell {
    var length: Int64
    var silence: Range<Int64>
  }

  init(length: Int64, silence: Range<Int64> = 0..<0) {
    self.length = length
    self.silence = silence
    cell = .allocate(capacity: 1)
    cell.initialize(to: Cell(length: length, silence: silence))
  }

  deinit { cell.deallocate() }

  /// The source as a loudspeaker takes it; keep the object alive meanwhile.
  var blocks: BlockSource {
    BlockSource(context: cell) { context, frame, out, frames in
      let cell = context.assumingMemoryBound(to: Cell.self).pointee
      let count = max(0, min(frames, Int(cell.length - frame)))
      for offset in 0..<count {
        let here = frame + Int64(offset)
        let silent = cell.silence.contains(here)
        out[2 * offset] = silent ? 0 : TestSource.sample(here, 0)
        out[2 * offset + 1] = silent ? 0 : TestSource.sample(here, 1)
      }
      return count
    }
  }

  /// Noise of half scale, never zero, different in each frame and channel.
  static func sample(_ frame: Int64, _ channel: Int64) -> Float {
    let mixed = (UInt64(bitPattern: frame) &* 2 &+ UInt64(channel) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    return (Float(mixed >> 40) + 1) * 0x1p-25
  }

  /// The session's samples, interleaved.
  func samples(_ range: Range<Int64>) -> [Float] {
    range.flatMap { frame in
      silence.contains(frame)
        ? [0, 0] : [Self.sample(frame, 0), Self.sample(frame, 1)]
    }
  }
}
