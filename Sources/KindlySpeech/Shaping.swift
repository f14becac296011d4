import KindlySound

/// What an engine gave: samples at its own rate, and word starts in them.
struct RawSpeech {
  var samples: [Float]
  var rate: Int
  /// First sample of each word, and its UTF-8 range in the text as given.
  var words: [(sample: Int, range: Range<Int>)]
}

extension RawSpeech {
  /// Silence left around the audible part, so that the fades do not touch it.
  private static let margin = 0.008

  /// From an engine's samples to a clip: trimmed, at 48 kHz, with the voice's tone, faded at both
  /// ends and at the voice's loudness. Word times go along.
  func shaped(
    tone: [Biquad.Shape], reverb: Double? = nil, loudness: Double
  ) throws(SpeechFailure) -> SpokenClip {
    guard let audible = Audible.range(of: samples) else { throw .silent }
    let margin = Int(Double(rate) * Self.margin)
    let kept = max(0, audible.lowerBound - margin)..<min(samples.count, audible.upperBound + margin)
    let resampler = Resampler.toSession(from: rate)
    var shaped = resampler.resample(Array(samples[kept]))
    if let reverb { shaped = Reverb.applied(to: shaped, level: reverb) }
    shaped.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      for shape in tone {
        var filter = Biquad(shape)
        filter.apply(to: start, count: buffer.count)
      }
      let fade = min(Int64(48_000 * Self.margin), Int64(buffer.count / 2))
      Ramp(from: 0, to: 1, frames: fade)
        .apply(to: start, frames: Int(fade), channels: 1, at: 0)
      Ramp(from: 1, to: 0, frames: fade)
        .apply(to: start + (buffer.count - Int(fade)), frames: Int(fade), channels: 1, at: 1)
      let gain = Loudness(of: UnsafeBufferPointer(buffer)).gain(to: loudness)
      for index in buffer.indices { buffer[index] *= gain }
    }
    let starts = words.map { word in
      let place = (word.sample - kept.lowerBound) * 48_000 / rate
      return (start: max(0, min(place, shaped.count)), range: word.range)
    }
    return SpokenClip(clip: Clip(shaped), words: Self.lengths(of: starts, in: shaped))
  }

  /// A word lasts until the next begins, or until the silence before it.
  private static func lengths(
    of starts: [(start: Int, range: Range<Int>)], in samples: [Float]
  ) -> [SpokenWord] {
    let floor = Audible.threshold * samples.reduce(0) { max($0, abs($1)) }
    return samples.withUnsafeBufferPointer { samples in
      starts.indices.map { index in
        let start = starts[index].start
        let next = index + 1 < starts.count ? max(start, starts[index + 1].start) : samples.count
        let end = Audible.end(in: samples, start..<next, floor: floor)
        return SpokenWord(start: start, frames: end - start, range: starts[index].range)
      }
    }
  }
}
