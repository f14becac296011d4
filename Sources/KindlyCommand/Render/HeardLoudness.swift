import KindlyRecording
import KindlySound

/// How loud a file comes to, taken while it is written. One thread at a time.
final class HeardLoudness {
  private var meter = StereoLoudness()

  /// Takes in what goes to the file, in order.
  func add(_ part: HeardPart) {
    switch part {
    case .sound(let samples, let frames): meter.add(samples, frames: frames)
    case .silence(let frames): meter.addSilence(frames: Int(frames))
    }
  }

  /// Integrated loudness in LUFS so far; −∞ when nothing is above −70 LUFS.
  var integrated: Double { meter.integrated }
}
