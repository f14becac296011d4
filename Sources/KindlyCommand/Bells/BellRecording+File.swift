import KindlyBellfounding
import CKindlySndFile
import Glibc
import KindlyLanguage

extension BellRecording {
  /// The longest recording of one strike: ten minutes.
  private static let longest = 600

  /// Reads a sound file, up to two channels of it.
  /// - Throws: `Failure` when there is none, or it is no sound file.
  init(file path: String) throws(Failure) {
    // A FIFO would let us wait for ever, a device never end.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let reason = status.st_mode == 0 ? String(cString: strerror(errno)) : "it is no ordinary file"
      throw Failure(.noInput, "I can't read \(visible(path)): \(reason).")
    }
    var facts = SF_INFO()
    guard let file = sf_open(path, Int32(SFM_READ), &facts) else {
      let reason = String(cString: sf_strerror(nil))
      throw Failure(.noInput, "I can't read \(visible(path)): \(visible(reason))")
    }
    defer { sf_close(file) }
    let channels = Int(facts.channels)
    let most = Self.longest * Int(facts.samplerate)
    guard channels > 0, facts.samplerate >= 8000, facts.samplerate <= 192_000 else {
      throw Failure(
        .noInput,
        "\(visible(path)) has \(channels) channels at \(facts.samplerate) Hz. Give one or two from 8 to 192 kHz."
      )
    }
    var sides = [[Float]](repeating: [], count: min(2, channels))
    var block = [Float](repeating: 0, count: 4096 * channels)
    while sides[0].count < most {
      let frames = Int(sf_readf_float(file, &block, 4096))
      guard frames > 0 else { break }
      for side in sides.indices {
        for frame in 0..<frames {
          // Files of Float may hold anything.
          let sample = block[frame * channels + side]
          sides[side].append(sample.isFinite ? max(-8, min(8, sample)) : 0)
        }
      }
    }
    self.init(channels: sides, rate: Double(facts.samplerate))
  }
}
