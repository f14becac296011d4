/// A voice file, read and checked: what `.voice` files say, in their own units.
public struct VoiceSheet: Sendable, Hashable {
  /// `Name`, what lists call it.
  public var name: String
  /// `Summary`, one line for lists.
  public var summary: String?
  /// `Author`.
  public var author: String?
  /// `Language` it speaks, a BCP 47 tag.
  public var language: String
  /// `Engine`: espeak-ng, or a program of the listener's.
  public var engine = Engine.espeak
  /// `Voice`: the engine's own name of the voice.
  public var voice: Located<String>?
  /// `Variant` of espeak-ng; nil if there is none, or the file has rows.
  public var variant: Located<String>?
  /// The rows: the lines of an espeak-ng variant; empty for none.
  public var formants: [String] = []
  /// `Speed` in words per minute, as heard.
  public var speed = 110.0
  /// `Measured`: what the engine was asked for, and the words per minute that were heard.
  public var measured: Measurement?
  /// `Pitch`, 0 to 100, for espeak-ng.
  public var pitch = 50
  /// `Range` of the pitch, 0 to 100, for espeak-ng.
  public var range = 50
  /// `Volume` inside of espeak-ng, 1 to 200; the loudness heard does not depend on it.
  public var volume = 100
  /// `Word gap` in frames at 48 kHz, on top of the engine's own.
  public var wordGap: Int64 = 0
  /// `Loudness` of every utterance in LUFS.
  public var loudness = -20.0
  /// `Tone`: filters in order.
  public var tone: [Filter] = []
  /// `Reverb`: level of the room in decibels below the voice; nil for none.
  public var reverb: Double?
  /// `Takes`: how far a repeated phrase may differ from the first time, as a share of the pace; 0 where
  /// every repetition is the same.
  public var takes = 0.0
  /// `Pronounce`, in order.
  public var pronounce: [Respelling] = []
  /// The natural lengths of silences.
  public var gaps = Gaps()

  /// What speaks.
  public enum Engine: Sendable, Hashable {
    /// espeak-ng, the built-in default.
    case espeak
    /// A program.
    case command(Command)
  }

  /// `Measured: 96 at 99`.
  public struct Measurement: Sendable, Hashable {
    /// Words per minute heard.
    public var words: Double
    /// The engine's own figure that gave them.
    public var figure: Double

    /// Makes a measurement.
    public init(words: Double, figure: Double) {
      self.words = words
      self.figure = figure
    }
  }

  /// Silences in frames at 48 kHz, as long as they are when nothing asks for more or less.
  public struct Gaps: Sendable, Hashable {
    /// `Line gap`, between two lines.
    public var line: Int64 = 2 * 48_000
    /// `Paragraph gap`.
    public var paragraph: Int64 = 5 * 48_000
    /// `Section gap`.
    public var section: Int64 = 8 * 48_000
    /// `Echo`: after a phrase, on top of the phrase's own length.
    public var echo: Int64 = 4 * 48_000
    /// `Short pause`, for `[short pause]`.
    public var shortPause: Int64 = 5 * 48_000
    /// `Pause`, for `[pause]`.
    public var pause: Int64 = 10 * 48_000
    /// `Long pause`, for `[long pause]`.
    public var longPause: Int64 = 30 * 48_000

    /// Makes the gaps of the language's table.
    public init() {}
  }

  /// One filter of `Tone`.
  public struct Filter: Sendable, Hashable {
    /// Its shape.
    public var shape: Shape
    /// Corner or centre in hertz.
    public var frequency: Double
    /// Decibels; 0 for high-pass and low-pass.
    public var gain: Double
    /// Width; 0.7071 where the file says nothing.
    public var q: Double

    /// Makes a filter.
    public init(shape: Shape, frequency: Double, gain: Double = 0, q: Double = 0.7071) {
      self.shape = shape
      self.frequency = frequency
      self.gain = gain
      self.q = q
    }

    /// The shapes, as they are written.
    public enum Shape: String, Sendable, Hashable, CaseIterable {
      /// `high-pass 145 Hz`.
      case highPass = "high-pass"
      /// `low-pass 8750 Hz`.
      case lowPass = "low-pass"
      /// `low shelf 170 Hz +0.5 dB`.
      case lowShelf = "low shelf"
      /// `high shelf 3600 Hz -9 dB`.
      case highShelf = "high shelf"
      /// `peak 2350 Hz -3.1 dB Q 1.09`.
      case peak = "peak"
    }
  }

  /// A program that speaks.
  public struct Command: Sendable, Hashable {
    /// `Command`: the program and its arguments, with placeholders.
    public var arguments: [String]
    /// `Resident`: a program that stays and answers one request after another; empty for none.
    public var resident: [String] = []
    /// `Version`: a command whose output tells its version.
    public var version: [String] = []
    /// `Output`: a WAV file, or samples without a head.
    public var output = Output.wav
    /// `Timeout` for one utterance in seconds.
    public var timeout = 60.0
    /// `Seed` for `{seed}`.
    public var seed = 1
    /// `Install`: what to type if the program is missing.
    public var install: String?

    /// Makes a command.
    public init(arguments: [String]) { self.arguments = arguments }

    /// What the program gives back.
    public enum Output: Sendable, Hashable {
      /// A sound file with a head.
      case wav
      /// `raw 22050 Hz`: signed samples of 16 bits, lowest byte first, mono.
      case raw(rate: Int)
    }
  }

  /// Makes a sheet with the defaults of every key that may be left out.
  public init(name: String, language: String) {
    self.name = name
    self.language = language
  }
}
