import KindlySound

/// One partial of a recording: from where its frequency is seen to all its figures.
struct PartialEstimate {
  private let recording: BellRecording
  private let strike: Int
  private let hertz: [Double]
  /// The widest band that holds no other partial.
  private let room: Double

  /// Prepares for one or two frequencies; `below` and `above` are the nearest of other partials.
  init(
    _ recording: BellRecording, strike: Int, hertz: [Double], below: Double?, above: Double?
  ) {
    self.recording = recording
    self.strike = strike
    self.hertz = hertz
    let (low, high) = (hertz.first ?? 0, hertz.last ?? 0)
    // The stop band begins at 0.625 of the width from the middle: just before the neighbours.
    room = 1.4 * min(low - (below ?? 0), (above ?? .infinity) - high, low) + (high - low)
  }

  /// A band about the partial that is `decay` nepers a second wide enough for what dies so soon: its
  /// filter is over in a third of the T60.
  func band(decay: Double, from start: Double, to end: Double) -> Band {
    let centre = hertz.reduce(0, +) / Double(hertz.count)
    let apart = (hertz.last ?? 0) - (hertz.first ?? 0)
    let width = min(room, max(60, 4 * decay) + 2 * apart)
    return Band(recording, centre: centre, width: width, strike: strike, span: start...end)
  }

  /// The best estimate; nil where the band holds no decaying sine.
  func doublet() -> Doublet? {
    let end = Double(recording.count - strike) / recording.rate
    guard let rough = decay(of: band(decay: 70, from: 0, to: end)) else { return nil }
    let whole = band(decay: rough, from: 0, to: end)
    guard let decay = decay(of: whole), let start = whole.times.first else { return nil }
    // The first 30 dB: later come the room, the noise and the fade.
    let band = band(decay: rough, from: start, to: min(end, start + 3.454 / decay))
    guard band.times.count > 12 else { return nil }
    let plain = DoubletFit(band, findsAttack: false)
    let single = plain.refined(
      Doublet(hertz: [whole.centre], decay: decay, attack: Self.atOnce))
    let double = plain.refined(split(single, plain, band))
    let best = double.isEarned(over: single, in: band) ? double : single
    guard best.rest < 0.3, best.decay < 700 else { return nil }
    return rising(best, in: band)
  }

  /// An onset too short to be seen.
  static let atOnce = 1e-4

  /// The same with its onset, if that can still be seen.
  private func rising(_ doublet: Doublet, in band: Band) -> Doublet {
    var best = doublet
    for attack in [0.01, 0.04, 0.2] {
      var guess = doublet
      guess.attack = attack
      let found = DoubletFit(band).refined(guess)
      // It must explain more, and not pass for the decay itself.
      if found.rest < 0.8 * best.rest, found.attack * found.decay < 0.4 { best = found }
    }
    return best
  }

  /// Nepers a second between the early and the late part of a band, as far as it falls; nil if it
  /// does not.
  private func decay(of band: Band) -> Double? {
    let power = band.times.indices.map { band.power(at: $0) }
    let peak = power.max() ?? 0
    guard peak > 0, let top = power.firstIndex(of: peak) else { return nil }
    // A line through the logarithms down to −30 dB, for the last time there: beats only delay it.
    let last = power.lastIndex { $0 > peak * 1e-3 } ?? top
    guard last > top + 4 else { return nil }
    var (t, l, tt, tl, n) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for place in top...last where power[place] > 0 {
      let (time, level) = (band.times[place], MathFunctions.log(power[place]) / 2)
      (t, l, tt, tl, n) = (t + time, l + level, tt + time * time, tl + time * level, n + 1)
    }
    let slope = (n * tl - t * l) / (n * tt - t * t)
    return slope < -0.01 ? -slope : nil
  }

  /// The best guess of two: those seen, or one beside the single one at every distance that the
  /// length of the band can tell apart.
  private func split(
    _ single: Doublet, _ fit: DoubletFit, _ band: Band
  ) -> Doublet {
    var best = single
    best.hertz = hertz.count == 2 ? hertz : [single.hertz[0], single.hertz[0]]
    best.rest = .infinity
    let span = (band.times.last ?? 1) - (band.times.first ?? 0)
    let step = 0.25 / span
    let reach = hertz.count == 2 ? 0 : min(8, 0.2 * room)
    var offset = step
    if hertz.count == 2 { _ = fit.misfit(&best) }
    while offset < reach {
      for other in [single.hertz[0] - offset, single.hertz[0] + offset] {
        // One sine through two lies between them; the stronger one is moved away a little.
        for share in [0, 0.3, 0.5] {
          var guess = single
          let first = single.hertz[0] - share * (other - single.hertz[0])
          guess.hertz = [min(first, other), max(first, other)]
          _ = fit.misfit(&guess)
          if guess.rest < best.rest { best = guess }
        }
      }
      offset += max(step, 0.06 * offset)
    }
    return best
  }
}

extension Doublet {
  /// Whether two sines say more than one: they leave half as much, the softer is not below −46 dB, and
  /// they part by 0.4 of a turn while they are seen.
  fileprivate func isEarned(over single: Doublet, in band: Band) -> Bool {
    let span = (band.times.last ?? 0) - (band.times.first ?? 0)
    return rest < 0.5 * single.rest && single.rest > 1e-6
      && (sizes.min() ?? 0) > 0.005 * (sizes.max() ?? 1) && abs(hertz[1] - hertz[0]) * span > 0.4
  }
}
