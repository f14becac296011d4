/// A bell file, read and checked: what `.bell` files say, in their own units.
public struct BellSheet: Sendable, Hashable {
  /// `Name`, what lists call it.
  public var name: String
  /// `Summary`, one line for lists.
  public var summary: String?
  /// `Author`.
  public var author: String?
  /// `Pitch` of ratio 1 in hertz.
  public var pitch: Double
  /// `Loudness` of a strike at full strength, loudest 400 ms in LUFS.
  public var loudness = -23.0
  /// `Contact` of the mallet at full strength in seconds.
  public var contact = 0.004
  /// `Attack`, the time constant of onsets in seconds.
  public var attack = 0.005
  /// `Spread` of the stereo picture, 0 to 0.5.
  public var spread = 0.4
  /// `Noise` of the mallet.
  public var noise: Noise?
  /// `Glide` of the pitch.
  public var glide: Glide?
  /// `Wait`: how long speech waits after a strike, in frames at 48 kHz.
  public var wait: Int64 = 8 * 48_000
  /// `Apart`: the distance of several strikes, in frames at 48 kHz.
  public var apart: Int64 = 6 * 48_000
  /// The rows, one or more.
  public var partials: [Partial] = []

  /// `Noise: -38 dB, 300 to 2500 Hz, 40 ms`.
  public struct Noise: Sendable, Hashable {
    /// Decibels on the scale of the rows.
    public var level: Double
    /// Hertz.
    public var low: Double
    /// Hertz, above `low`.
    public var high: Double
    /// T60 in seconds.
    public var decay: Double

    /// Makes a noise.
    public init(level: Double, low: Double, high: Double, decay: Double) {
      self.level = level
      self.low = low
      self.high = high
      self.decay = decay
    }
  }

  /// `Glide: 1.2 %, 0.5 s`.
  public struct Glide: Sendable, Hashable {
    /// Share of the frequency.
    public var depth: Double
    /// Time constant in seconds.
    public var time: Double

    /// Makes a glide.
    public init(depth: Double, time: Double) {
      self.depth = depth
      self.time = time
    }
  }

  /// A row: ratio, level, T60, and as many of the other columns as it has.
  public struct Partial: Sendable, Hashable {
    /// Multiple of the pitch.
    public var ratio: Double
    /// Decibels.
    public var level: Double
    /// T60 in seconds.
    public var decay: Double
    /// Beats a second; negative if the upper of the two sines is the louder one.
    public var beat: Double
    /// Depth of the beat, 0 to 1.
    public var depth: Double
    /// Nodal diameters.
    public var mode: Int
    /// Time constant of the onset in seconds; nil for the bell's.
    public var attack: Double?

    /// Makes a row.
    public init(
      ratio: Double, level: Double, decay: Double, beat: Double = 0, depth: Double = 0,
      mode: Int = 0, attack: Double? = nil
    ) {
      self.ratio = ratio
      self.level = level
      self.decay = decay
      self.beat = beat
      self.depth = depth
      self.mode = mode
      self.attack = attack
    }
  }

  /// Makes a sheet with the defaults of every key that may be left out.
  public init(name: String, pitch: Double) {
    self.name = name
    self.pitch = pitch
  }
}
