/// Another sample rate by a polyphase Kaiser-windowed sinc, as a pure function of position.
///
/// Output frame n lies at the exact rational position n · source/target; its value is one inner
/// product of the source samples around it with one row of the table. So no block size, start or
/// seek can change a sample. Ripple is below 0.001 dB up to 0.41 of the lower of the two rates;
/// images and aliases of that band are below −120 dB (`ResamplerTests`).
public final class Resampler: @unchecked Sendable {  // immutable after init
  /// Frames a second that come in.
  public let source: Int
  /// Frames a second that go out.
  public let target: Int
  /// The table; lives as long as the resampler.
  let filter: PolyphaseFilter

  /// Designs the filter for two rates in hertz, each at least 1,000.
  ///
  /// Control side: takes about a
  /// millisecond for the usual rates, and a megabyte per 2,500 phases.
  public init(from source: Int, to target: Int) {
    self.source = source
    self.target = target
    let divisor = Self.greatestCommonDivisor(source, target)
    let phases = target / divisor
    // Cut-off and width in source rates. Going up, everything from half the source rate on is an
    // image; going down, aliases may fold into the band above 0.45, as in every good converter.
    let upward = target >= source
    let lower = upward ? 1 : Double(target) / Double(source)
    let (pass, stop) = upward ? (0.41, 0.5) : (0.45 * lower, 0.55 * lower)
    // Kaiser 1974: length for 126 dB.
    let length = (126 - 8) / (2.285 * 6.283_185_307_179_586 * (stop - pass))
    let taps = source == target ? 8 : (Int(length) / 8 + 1) * 8
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: phases * taps * MemoryLayout<Float>.stride, alignment: 64
    ).bindMemory(to: Float.self, capacity: phases * taps)
    for phase in 0..<phases {
      let offset = Double(phase) / Double(phases)
      let row =
        source == target
        ? (0..<taps).map { $0 == taps / 2 - 1 ? 1 : 0 }
        : Self.row(offset: offset, taps: taps, cutoff: (pass + stop) / 2)
      for tap in 0..<taps { memory[phase * taps + tap] = row[tap] }
    }
    filter = PolyphaseFilter(
      taps: taps, phases: Int64(phases), step: Int64(source / divisor), table: UnsafePointer(memory)
    )
  }

  deinit { filter.table.deallocate() }

  /// Source samples behind each output sample.
  public var taps: Int { filter.taps }

  /// The number of output frames that `frames` source frames give: all that begin within them.
  public func frames(for frames: Int) -> Int {
    Self.frames(for: frames, from: source, to: target)
  }

  /// The number of output frames that a resampler for these rates would give; makes none.
  public static func frames(for frames: Int, from source: Int, to target: Int) -> Int {
    let divisor = greatestCommonDivisor(source, target)
    let (phases, step) = (target / divisor, source / divisor)
    return (frames * phases + step - 1) / step
  }

  /// The first and the last source frame behind an output frame; they may lie outside the source,
  /// where all is silence.
  public func reach(of frame: Int64) -> ClosedRange<Int64> {
    let first = filter.place(of: frame).first
    return first...first + Int64(taps) - 1
  }

  /// Converts a whole mono signal: output frames `range`, silence around the source.
  public func resample(
    _ samples: UnsafeBufferPointer<Float>, frames range: Range<Int64>,
    into out: UnsafeMutablePointer<Float>
  ) {
    guard !range.isEmpty else { return }
    var (first, phase) = filter.place(of: range.lowerBound)
    let (whole, part) = (filter.step / filter.phases, Int(filter.step % filter.phases))
    // Near the ends the row hangs over the source: a padded copy of that part.
    withUnsafeTemporaryAllocation(of: Float.self, capacity: taps) { edge in
      for frame in 0..<range.count {
        var window = samples.baseAddress
        if first >= 0, first + Int64(taps) <= Int64(samples.count) {
          window = window?.advanced(by: Int(first))
        } else {
          for tap in 0..<taps {
            let place = first + Int64(tap)
            edge[tap] = samples.indices.contains(Int(place)) ? samples[Int(place)] : 0
          }
          window = UnsafePointer(edge.baseAddress)
        }
        guard let window else { return }
        out[frame] = filter.inner(window, phase: phase)
        // The next position, without a division.
        first += whole
        phase += part
        if phase >= Int(filter.phases) {
          phase -= Int(filter.phases)
          first += 1
        }
      }
    }
  }

  /// Converts a whole mono signal.
  public func resample(_ samples: [Float]) -> [Float] {
    let count = frames(for: samples.count)
    return [Float](unsafeUninitializedCapacity: count) { out, used in
      samples.withUnsafeBufferPointer { source in
        guard let start = out.baseAddress else { return }
        resample(source, frames: 0..<Int64(count), into: start)
      }
      used = count
    }
  }

  /// The weights for a position `offset` (0 ..< 1) after the tap `taps`/2 − 1; they sum to 1, so
  /// that a constant stays constant in every phase.
  static func row(offset: Double, taps: Int, cutoff: Double) -> [Float] {
    var weights: [Double] = []
    let half = Double(taps) / 2
    for tap in 0..<taps {
      let distance = Double(tap) - (half - 1) - offset
      let share = distance / half
      let window = bessel(beta * max(0, 1 - share * share).squareRoot())
      let turns = cutoff * distance
      let sinc =
        distance == 0
        ? 2 * cutoff
        : MathFunctions.circle(turns: turns).sine / (3.141_592_653_589_793 * distance)
      weights.append(window * sinc)
    }
    let sum = weights.reduce(0, +)
    return weights.map { Float($0 / sum) }
  }

  /// Kaiser's β for 126 dB: 0.1102 · (A − 8.7).
  private static var beta: Double { 12.93 }

  /// The modified Bessel function I₀ by its series.
  private static func bessel(_ x: Double) -> Double {
    let quarter = x * x / 4
    var (sum, term, index) = (1.0, 1.0, 1.0)
    while term > sum * 1e-17 {
      term *= quarter / (index * index)
      sum += term
      index += 1
    }
    return sum
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
