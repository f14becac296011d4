/// Integrated loudness by ITU-R BS.1770-4 and EBU R 128, from the power of successive short steps.
///
/// Blocks of 400 ms, absolute gate at −70 LUFS, relative gate 10 LU below the mean of what passed it.
public struct GatedLoudness: Sendable {
  /// Steps in a block.
  private let width: Int
  /// The latest steps, the newest last; at most a block.
  private var recent: [Double] = []
  /// The mean square of every block above the absolute gate.
  private var blocks: [Float] = []
  /// The mean square of the loudest block.
  private var loudest = 0.0

  /// Makes a meter for steps of 400 ms / `steps`: 4 as the standard has it, more to depend less on
  /// where a sound begins.
  public init(steps: Int = 4) { width = max(1, steps) }

  /// Adds the K-weighted mean square of the next step, summed over the channels.
  public mutating func add(_ power: Double) {
    if recent.count == width { recent.removeFirst() }
    recent.append(power)
    guard recent.count == width else { return }
    let mean = recent.reduce(0, +) / Double(width)
    loudest = max(loudest, mean)
    if mean > Self.gate { blocks.append(Float(mean)) }
  }

  /// Loudness of all so far in LUFS; −∞ when nothing is above −70 LUFS.
  public var integrated: Double {
    let all = blocks.reduce(0.0) { $0 + Double($1) } / Double(max(1, blocks.count))
    var (sum, count) = (0.0, 0)
    for block in blocks where Double(block) > all / 10 {
      sum += Double(block)
      count += 1
    }
    return count > 0 ? Self.loudness(sum / Double(count)) : -.infinity
  }

  /// Loudness of the loudest 400 ms in LUFS; −∞ for silence.
  public var momentary: Double { loudest > 0 ? Self.loudness(loudest) : -.infinity }

  private static func loudness(_ power: Double) -> Double {
    -0.691 + MathFunctions.decibels(amplitude: power) / 2
  }

  /// −70 LUFS as a mean square.
  private static let gate = MathFunctions.amplitude(decibels: 2 * (-70 + 0.691))
}
