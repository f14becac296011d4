public import KindlySound

/// A narrator: everything that decides how a text sounds in it.
///
/// Two equal voices speak a text with the same samples, so all of it is part of a clip's key.
public struct Voice: Sendable, Hashable {
  /// Its name in the library, such as `calm`; for messages only.
  public var name: String
  /// BCP 47 tag of the language it speaks, such as `en-US`.
  public var language: String
  /// What makes the sound.
  public var engine: Engine
  /// How fast it speaks.
  public var speed: Speed
  /// Loudness of every clip in LUFS (EBU R 128), as heard from both loudspeakers with silence around it.
  public var loudness: Double
  /// Filters in the order they are applied.
  public var tone: [Biquad.Shape]
  /// A room around the voice, in decibels below it; nil for none.
  public var reverb: Double?
  /// How far a repeated phrase may differ from the first time, as a share of the pace; 0 for not at all.
  public var takes: Double
  /// Words and how this voice should say them.
  public var pronunciations: [Respelling]

  /// Makes a voice from its parts.
  public init(
    name: String, language: String, engine: Engine, speed: Speed = Speed(), loudness: Double = -20,
    tone: [Biquad.Shape] = [], reverb: Double? = nil, takes: Double = 0,
    pronunciations: [Respelling] = []
  ) {
    self.name = name
    self.language = language
    self.engine = engine
    self.speed = speed
    self.loudness = loudness
    self.tone = tone
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
    /// A sound file, whatever the text: the path of a recording that may be read.
    case recording(String)
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

  /// Makes a speed; without a measurement the engine's own figure is believed.
  public init(wanted: Double = 110, asked: Double = 110, measured: Double = 110) {
    self.wanted = wanted
    self.asked = asked
    self.measured = measured
  }

  /// What the engine is asked for, at `pace` times the voice's own speed.
  public func figure(pace: Double) -> Double { asked * wanted * pace / measured }
}

/// A voice of espeak-ng.
public struct EspeakVoice: Sendable, Hashable {
  /// espeak's name of the language voice, such as `en-us` or `en-gb-x-rp`.
  public var voice: String
  /// Timbre on top of it.
  public var variant: Variant
  /// 0 to 100, 50 is the voice's own.
  public var pitch: Int
  /// How far the pitch moves, 0 to 100.
  public var range: Int
  /// 0 to 200; 100 is espeak's own. Strong voices clip inside espeak, so they are asked for less:
  /// loudness is made afterwards, without clipping.
  public var volume: Int
  /// Pause between words in units of 10 ms, on top of the voice's own.
  public var wordGap: Int

  /// Makes a voice of espeak-ng.
  public init(
    voice: String, variant: Variant = .none, pitch: Int = 50, range: Int = 50, volume: Int = 100,
    wordGap: Int = 0
  ) {
    self.voice = voice
    self.variant = variant
    self.pitch = pitch
    self.range = range
    self.volume = volume
    self.wordGap = wordGap
  }

  /// A timbre.
  public enum Variant: Sendable, Hashable {
    /// The language voice as it is.
    case none
    /// One that comes with espeak-ng, such as `Alicia`.
    case named(String)
    /// One of our own: the text of an espeak-ng variant file.
    case own(String)
  }
}

/// A word and how to say it, in ordinary letters.
public struct Respelling: Sendable, Hashable {
  /// The word as written, compared without regard to capitals.
  public var word: String
  /// How it is given to the engine.
  public var spoken: String

  /// Makes a respelling.
  public init(word: String, spoken: String) {
    self.word = word
    self.spoken = spoken
  }
}
