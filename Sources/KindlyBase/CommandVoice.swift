/// A voice that a program of the listener's speaks.
public struct CommandVoice: Sendable, Hashable {
  /// The program and its arguments. `{text}`, `{out}`, `{rate}`, `{stretch}`, `{voice}` and `{seed}`
  /// are filled in; no shell ever sees them.
  public var arguments: [String]
  /// A program that stays and answers one request after another, and its arguments; empty for none.
  /// `{voice}` is filled in, and `{adapter}` at the beginning is the Python of the program that follows
  /// with an adapter for it. Where it can't be started `arguments` speak, one process for each text.
  public var resident: [String]
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
  /// Whether the listener accepted that the programs are started.
  public var consent = Consent.given

  /// Whether programs may be started.
  public enum Consent: Sendable, Hashable {
    /// They may.
    case given
    /// The listener was not asked yet, or the command was changed since; by this name they find it.
    case missing(narrator: String)
  }

  /// Everything that is started, as it is written: the commands that speak and the one that tells the
  /// version.
  public var commands: [[String]] { [arguments, resident, version].filter { !$0.isEmpty } }

  /// A voice of that program.
  public init(
    arguments: [String], resident: [String] = [], voice: String = "", version: [String] = [],
    output: Output = .wav,
    timeout: Double = 60, seed: Int = 1, install: String? = nil
  ) {
    self.arguments = arguments
    self.resident = resident
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
