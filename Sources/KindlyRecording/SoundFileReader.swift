import CKindlySndFile
import Glibc
public import KindlyTimeline
import KindlySound

/// A sound file of any kind libsndfile reads, as stereo at 48 kHz from any place of it.
///
/// Control side, one thread at a time. Holds the file open, and only what it reads in memory.
public final class SoundFileReader {
  /// Why a file can't be read.
  public enum Trouble: Error, Sendable, Hashable {
    /// libsndfile's reason.
    case unreadable(String)
    /// It can't be read from any place.
    case notSeekable
    /// A rate or a number of channels that no recording has.
    case strange(rate: Int, channels: Int)
  }

  /// Its length at 48 kHz.
  public let frames: Frames

  private let file: OpaquePointer
  /// Open as long as libsndfile reads from its descriptor.
  private let bytes: FileBytes
  private let source: UnsafeMutablePointer<kindly_sound_file>
  private let channels: Int
  private let sourceFrames: Int64
  private let resampler: Resampler
  /// Where the file is read next, so that reading on needs no seek; −1 for nowhere.
  private var place: Int64 = -1

  /// Decoders of lossy formats need what comes before: 0.25 s at 48 kHz are read and dropped.
  private static let lead: Int64 = 12_000
  private static let block = 4_096

  /// Opens a file.
  /// - Throws: `Trouble`.
  public init(_ path: String) throws(Trouble) {
    guard let bytes = FileBytes(path) else { throw .notSeekable }
    // By its descriptor: by its name libsndfile would wait for FIFOs and look for a file beside it.
    let source = UnsafeMutablePointer<kindly_sound_file>.allocate(capacity: 1)
    source.initialize(to: kindly_sound_file(descriptor: bytes.descriptor, place: 0))
    var info = SF_INFO()
    guard let file = kindly_open_sound(source, &info) else {
      source.deallocate()
      // libsndfile's sentence ends with a full stop; ours goes on.
      let said = String(cString: sf_strerror(nil))
      throw .unreadable(said.hasSuffix(".") ? String(said.dropLast()) : said)
    }
    let (rate, channels) = (Int(info.samplerate), Int(info.channels))
    guard info.seekable != 0, info.frames >= 0 else {
      sf_close(file)
      source.deallocate()
      throw .notSeekable
    }
    guard (4_000...384_000).contains(rate), (1...64).contains(channels) else {
      sf_close(file)
      source.deallocate()
      throw .strange(rate: rate, channels: channels)
    }
    self.file = file
    self.bytes = bytes
    self.source = source
    self.channels = channels
    sourceFrames = info.frames
    frames = Frames(info.frames * 48_000 / Int64(rate))
    resampler = Resampler(from: rate, to: 48_000)
  }

  deinit {
    sf_close(file)
    source.deallocate()
  }

  /// Frames from `start` on as interleaved stereo; silence before the file's beginning and after its
  /// end, and where it is damaged.
  ///
  /// The samples depend on `start` and `count` only, not on what was read before.
  public func read(from start: Frames, count: Int) -> [Float] {
    var stream = ResamplingStream(resampler, channels: 2, maximum: Self.block)
    stream.seek(to: start.count)
    // Always from the same lead: where a decoder begins may change its first samples.
    place = -1
    return [Float](unsafeUninitializedCapacity: 2 * count) { out, used in
      guard let first = out.baseAddress else { return }
      for done in stride(from: 0, to: count, by: Self.block) {
        let frames = min(Self.block, count - done)
        fill(stream.room, from: stream.nextSource, count: stream.sourceFrames(for: frames))
        stream.produce(frames, into: first + 2 * done)
      }
      used = 2 * count
    }
  }

  /// Source frames as stereo.
  private func fill(_ out: UnsafeMutablePointer<Float>, from start: Int64, count: Int) {
    out.update(repeating: 0, count: 2 * count)
    let begin = max(0, start)
    let end = min(sourceFrames, start + Int64(count))
    guard begin < end, go(to: begin) else { return }
    let wanted = Int(end - begin)
    var block = [Float](repeating: 0, count: wanted * channels)
    let got = Int(sf_readf_float(file, &block, sf_count_t(wanted)))
    place = begin + Int64(max(0, got))
    let shift = Int(begin - start)
    for frame in 0..<max(0, min(got, wanted)) {
      let sides = block.withUnsafeBufferPointer { samples in
        Self.stereo(samples.extracting(frame * channels..<(frame + 1) * channels))
      }
      out[2 * (shift + frame)] = Self.bounded(sides.left)
      out[2 * (shift + frame) + 1] = Self.bounded(sides.right)
    }
  }

  /// Goes to a source frame, a little before it first.
  private func go(to frame: Int64) -> Bool {
    if place == frame { return true }
    let before = max(0, frame - Self.lead)
    guard sf_seek(file, sf_count_t(before), Int32(SEEK_SET)) >= 0 else { return false }
    var left = Int(frame - before)
    var dropped = [Float](repeating: 0, count: Self.block * channels)
    while left > 0 {
      let got = Int(sf_readf_float(file, &dropped, sf_count_t(min(left, Self.block))))
      guard got > 0 else { return false }
      left -= got
    }
    return true
  }

  /// Two sides of a frame of any number of channels. Six are 5.1 in WAV's order, mixed down after
  /// ITU-R BS.775-3: centre and surrounds at −3 dB, no bass channel.
  private static func stereo(
    _ samples: UnsafeBufferPointer<Float>
  ) -> (left: Float, right: Float) {
    switch samples.count {
    case 1: return (samples[0], samples[0])
    case 2: return (samples[0], samples[1])
    case 6:
      let centre = 0.707_106_8 * samples[2]
      return (
        samples[0] + centre + 0.707_106_8 * samples[4],
        samples[1] + centre + 0.707_106_8 * samples[5]
      )
    default:
      var sides: (left: Float, right: Float) = (0, 0)
      for (channel, sample) in samples.enumerated() {
        if channel % 2 == 0 { sides.left += sample } else { sides.right += sample }
      }
      let share = 2 / Float(samples.count)
      return (sides.left * share, sides.right * share)
    }
  }

  /// Files of Float may hold anything.
  private static func bounded(_ sample: Float) -> Float {
    sample.isFinite ? max(-8, min(8, sample)) : 0
  }
}
