import Glibc
public import KindlyTimeline
import KindlySound
import Synchronization

/// A listener's own sound file as a background: looped with a crossfade, read as it is needed.
///
/// Control side, any thread.
public final class BackgroundFile: Sendable {
  /// Why a file can't lie under a session.
  public enum Trouble: Error, Sendable, Hashable {
    /// It can't be read; libsndfile's reason, or ours.
    case unreadable(String)
    /// It is shorter than a second.
    case tooShort(Frames)
    /// There is nothing to hear in it.
    case silent

    /// What to tell a person, without the file's name: "is shorter than a second".
    public var words: String {
      switch self {
      case .unreadable(let reason): "can't be read: \(reason)"
      case .tooShort: "is shorter than a second; a background needs a longer one"
      case .silent: "is silent from beginning to end"
      }
    }
  }

  /// Its length at 48 kHz.
  public let frames: Frames
  /// Frames after which it repeats: its length without the crossfade.
  public let loop: Frames
  /// The highest true peak of `heldChunk`, in dBTP.
  public let peak: Double
  private let crossfade: Int64
  private let gain: Float
  private let reader: Mutex<SoundFileReader>

  /// Opens a file and listens into it: 24 excerpts of 4 s at the most, evenly spread.
  ///
  /// `loudness`: LUFS that the mean of what is heard in it is brought to.
  /// - Throws: `Trouble`.
  public init(_ path: String, loudness: Double = -38) throws(Trouble) {
    guard access(path, R_OK) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    let opened: SoundFileReader
    do throws(SoundFileReader.Trouble) {
      opened = try SoundFileReader(path)
    } catch {
      switch error {
      case .unreadable(let reason): throw .unreadable(reason)
      case .notSeekable: throw .unreadable("it is no file that can be read from any place")
      case .strange(let rate, let channels):
        throw .unreadable("it has \(channels) channels at \(rate) Hz")
      }
    }
    frames = opened.frames
    guard frames.count >= 48_000 else { throw .tooShort(frames) }
    // 5 s, or a quarter of a short file.
    crossfade = min(240_000, frames.count / 4)
    loop = Frames(frames.count - crossfade)
    let level = Self.loudness(of: opened)
    guard level > -70 else { throw .silent }
    gain = Float(MathFunctions.amplitude(decibels: loudness - level))
    peak = loudness + LoudnessScale.mostAboveBackground
    reader = Mutex(opened)
  }

  /// The chunk of a number, counted without end, with its true peaks at most `peak`.
  public func heldChunk(_ number: Int, frames count: Int) -> [Float] {
    let edge = HeldPeaks.edge
    let start = Int64(number) * Int64(count)
    let before = start < edge ? nil : samples(from: Frames(start - Int64(edge)), count: edge)
    return HeldPeaks(ceiling: peak).held(
      samples(from: Frames(start), count: count), before: before ?? [],
      after: samples(from: Frames(start + Int64(count)), count: edge))
  }

  /// `count` frames, counted without end from the first time through.
  ///
  /// Where one time goes over into the next, both sound at equal power.
  public func samples(from start: Frames, count: Int) -> [Float] {
    reader.withLock { reader in
      var samples: [Float] = []
      samples.reserveCapacity(2 * count)
      while samples.count < 2 * count {
        let frame = start.count + Int64(samples.count / 2)
        let (lap, place) = frame.quotientAndRemainder(dividingBy: loop.count)
        let crosses = lap > 0 && place < crossfade
        let end = crosses ? crossfade : loop.count
        let length = Int(min(Int64(count - samples.count / 2), end - place))
        var part = reader.read(from: Frames(place), count: length)
        if crosses {
          let last = reader.read(from: Frames(loop.count + place), count: length)
          blend(&part, with: last, from: place)
        }
        samples += part
      }
      for place in samples.indices { samples[place] *= gain }
      return samples
    }
  }

  /// The beginning over the end of the time before, `place` frames into the crossfade.
  private func blend(_ part: inout [Float], with last: [Float], from place: Int64) {
    for frame in 0..<part.count / 2 {
      let turns = 0.25 * Double(place + Int64(frame)) / Double(crossfade)
      let circle = MathFunctions.circle(turns: turns)
      for side in 0..<2 {
        part[2 * frame + side] =
          part[2 * frame + side] * Float(circle.sine)
          + last[2 * frame + side] * Float(circle.cosine)
      }
    }
  }

  /// Mean loudness of what is heard in excerpts, by BS.1770-4 with its absolute gate over each excerpt.
  private static func loudness(of reader: SoundFileReader) -> Double {
    let length: Int64 = 192_000
    let count = max(1, min(24, reader.frames.count / length))
    var powers: [Double] = []
    for excerpt in 0..<count {
      let start = max(0, (reader.frames.count - length) * excerpt / max(1, count - 1))
      let frames = Int(min(length, reader.frames.count - start))
      let samples = reader.read(from: Frames(start), count: frames)
      var power = 0.0
      for side in 0..<2 {
        var (head, lows) = Biquad.kWeighting
        for frame in 0..<frames {
          let weighted = lows.next(head.next(Double(samples[2 * frame + side])))
          power += weighted * weighted
        }
      }
      powers.append(power / Double(frames))
    }
    // −70 LUFS as a power.
    let heard = powers.filter { $0 > 1.17e-7 }
    guard !heard.isEmpty else { return -.infinity }
    let mean = heard.reduce(0, +) / Double(heard.count)
    return MathFunctions.decibels(amplitude: mean.squareRoot()) - 0.691
  }
}
