/// A voice that a program of the listener's speaks.
public struct CommandVoice: Sendable, Hashable {
  /// The program and its arguments. `{text}`, `{out}`, `{rate}`, `{stretch}`, `{voice}` and `{seed}`
  /// are filled in; no shell ever sees them.
  public var arguments: [String]
  /// The program's own name of the voice, or a model's path: what `{voice}` stands for.
  public var voice: String
  /// A command whose output tells the program's version, asked once per run; empty for none.
  public var version: [String]
  /// What the program gives.
  public var output: Output
  /// How long one text may take, in seconds.
  public var timeout: Double
  /// What `{seed}` stands for.
  public var seed: Int
  /// What to type if the program is missing.
  public var install: String?

  /// Makes a voice of a program.
  public init(
    arguments: [String], voice: String = "", version: [String] = [], output: Output = .wav,
    timeout: Double = 60, seed: Int = 1, install: String? = nil
  ) {
    self.arguments = arguments
    self.voice = voice
    self.version = version
    self.output = output
    self.timeout = timeout
    self.seed = seed
    self.install = install
  }

  /// What a program gives: in the file `{out}`, or else on its standard output.
  public enum Output: Sendable, Hashable {
    /// A sound file with a head.
    case wav
    /// Signed samples of 16 bits, lowest byte first, mono, at this rate.
    case raw(rate: Int)
  }
}
