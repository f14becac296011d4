public import KindlySound

/// A bell estimated from the recording of one strike.
public struct BellFit: Sendable {
  /// The bell; its name, contact and noise are for its owner to choose.
  public let bell: Bell
  /// Where in the recording the bell is struck, in seconds.
  public let strike: Double
  /// How many partials were heard but not understood.
  public let left: Int

  /// Estimates the partials of a strike; nil if nothing rings in the recording.
  public init?(_ recording: BellRecording, name: String) {
    let strike = recording.strike
    let groups = Self.grouped(recording.peaks(from: strike))
    var doublets: [Doublet] = []
    for (place, group) in groups.enumerated() {
      let below = place > 0 ? groups[place - 1].last : nil
      let above = place + 1 < groups.count ? groups[place + 1].first : nil
      let estimate = PartialEstimate(
        recording, strike: strike, hertz: group, below: below, above: above)
      if let doublet = estimate.doublet() { doublets.append(doublet) }
    }
    let loudest = doublets.map(\.size).max() ?? 0
    // The lowest of the strong ones is the pitch; what a bell file can't hold is left out.
    guard let pitch = doublets.first(where: { $0.size > loudest * 0.1 })?.middle, pitch <= 12_000
    else { return nil }
    let heard = doublets.filter { $0.size > loudest * 0.001 && $0.middle > pitch * 0.05 }
      .sorted { $0.size > $1.size }.prefix(Self.most).sorted { $0.middle < $1.middle }
    left = groups.count - heard.count
    self.strike = Double(strike) / recording.rate
    bell = Bell(
      name: name, pitch: pitch,
      partials: heard.enumerated().map { place, doublet in
        doublet.partial(pitch: pitch, loudest: loudest, mode: place + 2)
      })
  }

  /// The partials that are kept, the loudest ones.
  private static let most = 48

  /// Peaks that are so close that they are one partial's doublet: within 1.2 % and 40 Hz.
  private static func grouped(_ peaks: [(hertz: Double, power: Double)]) -> [[Double]] {
    var groups: [[(hertz: Double, power: Double)]] = []
    for peak in peaks {
      if let last = groups.last?.last, peak.hertz - last.hertz < min(40, 0.012 * peak.hertz) {
        groups[groups.count - 1].append(peak)
      } else {
        groups.append([peak])
      }
    }
    // The two strongest of a group, in order.
    return groups.map { $0.sorted { $0.power > $1.power }.prefix(2).map(\.hertz).sorted() }
  }
}

extension Doublet {
  /// Amplitude of both together.
  var size: Double { sizes.reduce(0, +) }
  /// Frequency between the two.
  var middle: Double { hertz.reduce(0, +) / Double(hertz.count) }

  /// The partial of a bell of that pitch.
  fileprivate func partial(pitch: Double, loudest: Double, mode: Int) -> Bell.Partial {
    var partial = Bell.Partial(
      ratio: middle / pitch, level: MathFunctions.decibels(amplitude: size / loudest),
      decay: 6.907_755_278_982_137 / decay, mode: mode,
      attack: attack > PartialEstimate.atOnce ? attack : nil)
    if hertz.count == 2 {
      // The stronger of the two comes first in a bell; a negative beat says it is the upper one.
      let lower = sizes[0] >= sizes[1]
      partial.beat = (hertz[1] - hertz[0]) * (lower ? 1 : -1)
      partial.depth = lower ? sizes[1] / sizes[0] : sizes[0] / sizes[1]
    }
    return partial
  }
}
