import KindlySound

/// What an engine gave: samples at its own rate, and word starts in them.
struct RawSpeech {
  var samples: [Float]
  var rate: Int
  /// First sample of each word, and its UTF-8 range in the text as given.
  var words: [(sample: Int, range: Range<Int>)]
}

extension RawSpeech {
  /// Silence left around the audible part, so that the fades do not touch it, in seconds.
  static let margin = 0.008

  /// The same without silence at its ends.
  /// - Throws: `silent` if nothing is audible.
  func trimmed() throws(SpeechFailure) -> RawSpeech {
    guard let audible = Audible.range(of: samples) else { throw .silent }
    let margin = Int(Double(rate) * Self.margin)
    let kept = max(0, audible.lowerBound - margin)..<min(samples.count, audible.upperBound + margin)
    return RawSpeech(
      samples: Array(samples[kept]), rate: rate,
      words: words.map { (sample: $0.sample - kept.lowerBound, range: $0.range) })
  }

  /// Holds loud syllables back; see `Voice.compression`.
  mutating func compress(to ratio: Double) {
    Compressor(rate: rate, ratio: ratio).apply(to: &samples)
  }

  /// Length of the clip that becomes of it in a room of that level, in frames at 48 kHz: known before any
  /// of its samples. The clip ends where its room is no longer heard, and the pause after it begins
  /// there.
  func frames(inRoom level: Double?) -> Int {
    let tail = level.map { Reverb(rate: rate, level: $0).tail(after: samples) } ?? 0
    return Resampler.frames(for: samples.count + tail, from: rate, to: 48_000)
  }

  /// When its words are heard in the clip.
  ///
  /// A word lasts until the next begins, or until the silence before it.
  func spokenWords() -> [SpokenWord] {
    let starts = words.map { max(0, min($0.sample, samples.count)) }
    return samples.withUnsafeBufferPointer { samples in
      let floor = Audible.threshold * Audible.peak(of: samples)
      return words.indices.map { index in
        let start = starts[index]
        let next = index + 1 < words.count ? max(start, starts[index + 1]) : samples.count
        let end = Audible.end(in: samples, start..<next, floor: floor)
        let (first, last) = (start * 48_000 / rate, end * 48_000 / rate)
        return SpokenWord(start: first, frames: last - first, range: words[index].range)
      }
    }
  }

  /// The clip as a voice has it; see `shaped(tone:room:level:)`.
  func shaped(for voice: Voice) -> [Float] {
    shaped(
      tone: voice.tone.map(Biquad.Shape.init), room: voice.reverb,
      level: SpeechLevel(loudness: voice.loudness, ceiling: LoudnessScale.voicePeak))
  }

  /// From trimmed samples to a clip: with the voice's room and tone, at its loudness, at 48 kHz, faded
  /// at both ends.
  ///
  /// All but the fades is done at the engine's own rate, where there are fewer samples.
  func shaped(tone: [Biquad.Shape], room: Double?, level: SpeechLevel) -> [Float] {
    var shaped = samples
    if let room {
      let reverb = Reverb(rate: rate, level: room)
      shaped = reverb.applied(to: shaped, tail: reverb.tail(after: shaped))
    }
    level.apply(to: &shaped, rate: rate, tone: tone.map { Biquad($0, rate: Double(rate)) })
    var clip = Resampler.toSession(from: rate).resample(shaped)
    clip.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let fade = min(Int64(48_000 * Self.margin), Int64(buffer.count / 2))
      Ramp(from: 0, to: 1, frames: fade)
        .apply(to: start, frames: Int(fade), channels: 1, at: 0)
      Ramp(from: 1, to: 0, frames: fade)
        .apply(to: start + (buffer.count - Int(fade)), frames: Int(fade), channels: 1, at: 1)
    }
    return clip
  }
}
