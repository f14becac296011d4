import KindlySound

/// What somebody said into a microphone: cut to the words, and as loud as other speech.
///
/// Control side, any thread.
public struct MicrophoneTake: Sendable {
  /// One channel, from -1 to 1.
  public let samples: [Float]
  /// Frames a second.
  public let rate: Int

  /// Seconds that stay before the first word and after the last, where soft consonants are.
  private static let margins = (before: 0.08, after: 0.16)
  /// Seconds in which the ends come and go, so that they don't click.
  private static let fade = 0.01
  /// Seconds of a step in which loudness is looked at.
  private static let step = 0.01
  /// Hertz below which there is no voice, only desks and wind.
  private static let rumble = 70.0

  /// Takes the words out of what a microphone heard and brings them to -18 LUFS, with true peaks of at
  /// most -3 dBTP.
  /// - Parameters:
  ///   - heard: one channel, from -1 to 1.
  ///   - rate: frames a second, 8,000 to 192,000.
  /// - Returns: nil where no words are heard, or the rate is another.
  public init?(heard: [Float], rate: Int) {
    guard (8_000...192_000).contains(rate), heard.allSatisfy(\.isFinite),
      let words = Self.words(in: heard, rate: rate)
    else { return nil }
    self.rate = rate
    var samples = Array(heard[words])
    SpeechLevel(loudness: LoudnessScale.voice, ceiling: LoudnessScale.voicePeak)
      .apply(
        to: &samples, rate: rate,
        tone: [Biquad(.highPass(Self.rumble), rate: Double(rate))])
    let fade = min(Int(Self.fade * Double(rate)), samples.count / 2)
    for place in 0..<fade {
      let share = Float(place) / Float(fade)
      samples[place] *= share
      samples[samples.count - 1 - place] *= share
    }
    self.samples = samples
  }

  /// Writes it as a WAV file of one channel and 24 bits, whole or not at all.
  /// - Throws: `RecordingError` if the file can't be written; what was there stays as it was.
  public func write(
    to path: String, replacing: Bool, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let encoding = Encoding(format: .wav, rate: rate, mono: true, samples: .int24)
    let layout = WAVLayout(
      frames: Int64(samples.count), encoding: encoding, chapters: [], tags: Tags(title: ""))
    let quantizer = Quantizer(bits: 24)
    var bytes = layout.beginning
    bytes.reserveCapacity(Int(layout.fileBytes))
    for (place, sample) in samples.enumerated() {
      let value = quantizer.value(sample, frame: Int64(place))
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
      bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    }
    let file = try WholeFile(at: path, replacing: replacing, origin: .made, files: files)
    try file.write(bytes + layout.end)
    try file.commit()
  }

  /// Where words are, with their margins; nil where there are none.
  ///
  /// Louder than the room by 10 dB, and than the loudest step less 38 dB; a sound of under 50 ms apart
  /// from the rest, such as a key or a click, is none.
  private static func words(in heard: [Float], rate: Int) -> Range<Int>? {
    let length = max(1, Int(step * Double(rate)))
    let steps = stride(from: 0, to: heard.count, by: length).map { start in
      let part = heard[start..<min(start + length, heard.count)]
      return part.reduce(0) { $0 + Double($1) * Double($1) } / Double(part.count)
    }
    // A microphone that wakes up gives zeros, which are no room.
    let sorted = steps.filter { $0 > 0 }.sorted()
    guard let peak = sorted.last, peak > 1e-6 else { return nil }
    let quiet = sorted[min(5, sorted.count / 10)]
    guard peak > 8 * quiet else { return nil }
    let floor = max(peak * 1.6e-4, min(quiet * 10, peak * 0.03))
    var runs: [(range: Range<Int>, loud: Int)] = []
    for place in steps.indices where steps[place] > floor {
      if let last = runs.last, place - last.range.upperBound < 20 {
        runs[runs.count - 1] = (last.range.lowerBound..<(place + 1), last.loud + 1)
      } else {
        runs.append((place..<(place + 1), 1))
      }
    }
    runs.removeAll { $0.loud < 5 }
    guard let first = runs.first, let last = runs.last else { return nil }
    let start = first.range.lowerBound * length - Int(margins.before * Double(rate))
    let end = last.range.upperBound * length + Int(margins.after * Double(rate))
    return max(0, start)..<min(heard.count, end)
  }
}
