/// One layer of a background. Which numbers count depends on its kind.
public struct BackgroundLayer: Sendable, Hashable {
  /// The ways a layer sounds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Steady coloured noise in a band.
    case noise
    /// Coloured noise that swells and ebbs, one swell at a time, not quite evenly.
    case waves
    /// Noise through a resonance that may glide.
    case resonance
    /// Bubbles: drops falling into water.
    case drops
    /// Short clicks, as of burning wood or drops on leaves.
    case crackles
    /// A steady sine.
    case tone
    /// A plucked string whose overtones sweep down.
    case string
  }

  /// A slow change to a new random value every so often.
  public struct Movement: Sendable, Hashable {
    /// The most by which it changes either way: decibels of a level, a share of a frequency.
    public var depth: Double
    /// Seconds between two values.
    public var time: Double

    /// A movement; a depth of 0 is rest.
    public init(depth: Double, time: Double) {
      self.depth = depth
      self.time = time
    }

    /// No movement.
    public static let rest = Movement(depth: 0, time: 10)
  }

  /// The way it sounds.
  public var kind: Kind
  /// Mean power in decibels, relative to the other layers.
  public var level = 0.0
  /// Lower end of the band of noise, or of the pitches of drops and crackles, in hertz.
  public var low = 20.0
  /// Upper end, in hertz.
  public var high = 20_000.0
  /// Fall of the spectrum of noise in decibels an octave, from -12 to 0.
  public var slope = 0.0
  /// Frequency of a resonance, tone or string, in hertz.
  public var frequency = 440.0
  /// Sharpness of a resonance.
  public var q = 4.0
  /// Drops or crackles a second, on average; at most 3,000.
  public var rate = 10.0
  /// Seconds between two waves or two plucks, on average.
  public var every = 9.0
  /// Seconds in which a wave rises.
  public var rise = 3.0
  /// Seconds in which a wave falls.
  public var fall = 5.0
  /// Seconds after which a drop, crackle or string has fallen to 1/e; nil lets drops ring as bubbles of
  /// their size do.
  public var decay: Double?
  /// How much softer than the loudest the softest drop, crackle, wave or pluck is, in decibels.
  public var spread = 12.0
  /// Overtones of a string, with the fundamental.
  public var harmonics = 24
  /// How the level moves.
  public var moves = Movement.rest
  /// How the frequency of a resonance moves.
  public var glides = Movement.rest

  /// A layer with the usual numbers.
  public init(_ kind: Kind, level: Double = 0) {
    self.kind = kind
    self.level = level
  }
}
