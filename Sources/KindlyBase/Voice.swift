/// A narrator: everything that decides how a text sounds in it, and its habitual silences.
///
/// Its file form is `.voice`; two voices that are equal but for `summary`, `author` and `gaps` speak a
/// text with the same samples.
public struct Voice: Sendable, Hashable {
  /// What lists and messages call it.
  public var name: String
  /// One line for lists.
  public var summary: String?
  /// Who made it.
  public var author: String?
  /// BCP 47 tag of the language it speaks, such as `en-US`.
  public var language: String
  /// What makes the sound.
  public var engine: Engine
  /// How fast it speaks.
  public var speed: Speed
  /// Loudness of every clip in LUFS (EBU R 128), as heard from both loudspeakers with silence around it.
  public var loudness: Double
  /// Filters in the order they are applied.
  public var tone: [Filter]
  /// By how many decibels its power may change for one decibel that is heard, from syllable to syllable;
  /// 1 leaves it as the engine speaks.
  public var compression: Double
  /// A room around the voice, in decibels below it; nil for none.
  public var reverb: Double?
  /// How far a repeated phrase may differ from the first time, as a share of the pace; 0 for not at all.
  public var takes: Double
  /// Words and how this voice should say them, in order.
  public var pronunciations: [Respelling]
  /// The natural lengths of silences.
  public var gaps = Gaps()

  /// A voice of that engine; what is left out has the default of its key in a voice file.
  public init(
    name: String, language: String, engine: Engine, speed: Speed = Speed(), loudness: Double = -20,
    tone: [Filter] = [], compression: Double = 1, reverb: Double? = nil, takes: Double = 0,
    pronunciations: [Respelling] = []
  ) {
    self.name = name
    self.language = language
    self.engine = engine
    self.speed = speed
    self.loudness = loudness
    self.tone = tone
    self.compression = compression
    self.reverb = reverb
    self.takes = takes
    self.pronunciations = pronunciations
  }

  /// What makes the sound of a voice.
  public enum Engine: Sendable, Hashable {
    /// espeak-ng, in worker processes.
    case espeak(EspeakVoice)
    /// A program of the listener's.
    case command(CommandVoice)
    /// A sound file, whatever the text: the path of a recording that may be read. No file says this.
    case recording(String)
  }

  /// Silences in frames at 48 kHz, as long as they are when nothing asks for more or less.
  public struct Gaps: Sendable, Hashable {
    /// Between two lines.
    public var line: Int64 = 2 * Frames.rate
    /// Of a blank line.
    public var paragraph: Int64 = 5 * Frames.rate
    /// Before a section.
    public var section: Int64 = 8 * Frames.rate
    /// After a wish, on top of the wish's own length.
    public var echo: Int64 = 4 * Frames.rate
    /// For `[short pause]`.
    public var shortPause: Int64 = 5 * Frames.rate
    /// For `[pause]`.
    public var pause: Int64 = 10 * Frames.rate
    /// For `[long pause]`.
    public var longPause: Int64 = 30 * Frames.rate

    /// The gaps of the language's table.
    public init() {}
  }

  /// One filter of its tone.
  public struct Filter: Sendable, Hashable {
    /// Its shape.
    public var shape: Shape
    /// Corner or centre in hertz.
    public var frequency: Double
    /// Decibels; 0 for high-pass and low-pass.
    public var gain: Double
    /// Width; 0.7071 (no overshoot) where nothing is said.
    public var q: Double

    /// A filter of that shape.
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
}

/// How fast a voice speaks, and what its engine has to be asked for to do so.
///
/// Engines' own figures are off by up to a fifth, so a voice file says what was measured: `wanted`
/// words per minute are `asked · wanted / measured` in the engine's own unit.
public struct Speed: Sendable, Hashable {
  /// Words per minute of speech, silences at the ends not counted.
  public var wanted: Double
  /// The engine's figure at which `measured` was measured.
  public var asked: Double
  /// Words per minute that were measured at `asked`.
  public var measured: Double

  /// Without a measurement the engine's own figure is believed.
  public init(wanted: Double = 110, asked: Double = 110, measured: Double = 110) {
    self.wanted = wanted
    self.asked = asked
    self.measured = measured
  }

  /// What the engine is asked for, at `pace` times the voice's own speed.
  public func figure(pace: Double) -> Double { asked * wanted * pace / measured }
}
