import KindlyBellfounding
import KindlyFiles
import KindlySpeech

extension BellRecording {
  /// The longest recording of one strike: ten minutes.
  private static let longest = 600

  /// Reads a sound file, up to two channels of it.
  /// - Throws: `Failure` when it is not there, or it is no sound file.
  init(file path: String) throws(Failure) {
    let sound: SoundFile.Samples
    do {
      sound = try Self.decoded(path)
    } catch {
      throw Failure(.noInput, "I can't read \(path): \(error.reason).")
    }
    guard (8_000...192_000).contains(sound.rate) else {
      throw Failure(
        .noInput, "\(path) has \(sound.rate) frames a second. Give a recording of 8 to 192 kHz.")
    }
    self.init(channels: sound.channels, rate: Double(sound.rate))
  }

  private static func decoded(_ path: String) throws(SoundFile.Trouble) -> SoundFile.Samples {
    let file: OpenFile
    do throws(FileProblem) {
      file = try OpenFile.reading(path)
    } catch {
      throw SoundFile.Trouble(error)
    }
    return try SoundFile.decoded(file, channels: 2, seconds: longest)
  }
}
