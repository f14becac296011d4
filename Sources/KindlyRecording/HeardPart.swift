/// A part of a session as it goes to a file, for whoever listens along: a meter, a picture.
public enum HeardPart {
  /// So many frames of interleaved stereo at 48 kHz, with the recording's gain where the file is stereo; valid only while
  /// they are heard.
  case sound(UnsafePointer<Float>, frames: Int)
  /// So many frames at 48 kHz that are exactly zero.
  case silence(frames: Int64)
}
