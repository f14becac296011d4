/// A bell as its file describes it: what rings, how loud and how long.
///
/// `BellKey` says how each value is written in a file, and checks its range; values outside of it make no
/// sound worth hearing, but do no harm.
public struct Bell: Sendable, Hashable {
  /// What lists call it: "Singing bowl".
  public var name: String
  /// One line for lists.
  public var summary: String?
  /// Who made it.
  public var author: String?
  /// Frequency of ratio 1 in hertz.
  public var pitch: Double
  /// Loudest 400 ms of a strike at full strength, in LUFS (ITU-R BS.1770, momentary).
  public var loudness: Double
  /// How long the mallet touches the bell at full strength, in seconds: longer is darker.
  public var contact: Double
  /// How soon a partial without its own attack is there: the time constant in seconds.
  public var attack: Double
  /// Width of the stereo picture: 0 is mono, 0.5 the widest.
  public var spread: Double
  /// The mallet's own sound.
  public var noise: Noise?
  /// A bend of pitch after the strike.
  public var glide: Glide?
  /// How long speech waits after a strike.
  public var wait: Frames
  /// The distance of several strikes.
  public var apart: Frames
  /// What rings.
  public var partials: [Partial]

  /// A bell whose rows follow; what is left out has the default of its key in a bell file.
  public init(
    name: String, summary: String? = nil, author: String? = nil, pitch: Double,
    loudness: Double = -23, contact: Double = 0.004, attack: Double = 0.005, spread: Double = 0.4,
    noise: Noise? = nil, glide: Glide? = nil, wait: Frames = Frames(8 * Frames.rate),
    apart: Frames = Frames(6 * Frames.rate), partials: [Partial] = []
  ) {
    self.name = name
    self.summary = summary
    self.author = author
    self.pitch = pitch
    self.loudness = loudness
    self.contact = contact
    self.attack = attack
    self.spread = spread
    self.noise = noise
    self.glide = glide
    self.wait = wait
    self.apart = apart
    self.partials = partials
  }

  /// One mode of vibration: a damped sine, or the two of a doublet that beat.
  public struct Partial: Sendable, Hashable {
    /// Frequency as a multiple of the pitch.
    public var ratio: Double
    /// Amplitude in decibels at full strength, before decay and loudness.
    public var level: Double
    /// T60: seconds until 60 dB below.
    public var decay: Double
    /// Distance of the doublet in hertz, the number of beats a second; 0 for a single sine, negative if
    /// the second, softer sine is the lower one.
    public var beat: Double
    /// The second sine's amplitude as a share of the first's, 0 to 1.
    public var depth: Double
    /// Nodal diameters, which place it in the stereo picture; 0 is the middle.
    public var mode: Int
    /// Time constant of its onset in seconds; nil for the bell's.
    public var attack: Double?

    /// A partial at `ratio` times the pitch of the bell.
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

  /// The knock of the mallet: 24 short partials over a range of frequencies.
  public struct Noise: Sendable, Hashable {
    /// Their common level in decibels, on the scale of the partials.
    public var level: Double
    /// The lowest frequency in hertz.
    public var low: Double
    /// The highest frequency in hertz.
    public var high: Double
    /// Their mean T60 in seconds.
    public var decay: Double

    /// Noise of the strike between `low` and `high` hertz.
    public init(level: Double, low: Double, high: Double, decay: Double) {
      self.level = level
      self.low = low
      self.high = high
      self.decay = decay
    }
  }

  /// A pitch that starts `depth` · strength² above (or below) and comes to rest.
  public struct Glide: Sendable, Hashable {
    /// Share of the frequency at full strength; 0.01 is 17 cents.
    public var depth: Double
    /// Time constant in seconds, 0.2 or more.
    public var time: Double

    /// A pitch that begins `depth` away and settles with the time constant `time`.
    public init(depth: Double, time: Double) {
      self.depth = depth
      self.time = time
    }
  }
}
