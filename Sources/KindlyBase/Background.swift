/// A bed of sound that lies under a session, described by its layers.
///
/// A plain value: `.background` files are read to it, and `BackgroundBed` makes samples of it.
public struct Background: Sendable, Hashable {
  /// What lists call it.
  public var name: String
  /// One line for lists.
  public var summary: String?
  /// Whose it is.
  public var author: String?
  /// Loudness in LUFS by ITU-R BS.1770-4, the mean over a whole loop without a gate. The voice of a
  /// session is at -18.
  public var loudness: Double
  /// Decibels by which it is softer while somebody speaks.
  public var dip: Double
  /// Width of the stereo picture: 0 is mono, 1 has two independent sides.
  public var width: Double
  /// Chooses one of many beds that sound alike.
  public var seed: UInt64
  /// Seconds after which the bed repeats; rounded to whole chunks of 4 s, two at least.
  public var loop: Double
  /// What sounds, at least one layer.
  public var layers: [BackgroundLayer]

  /// A background of layers; levels of the layers count relative to each other.
  public init(
    name: String, loudness: Double = -38, dip: Double = 5, width: Double = 0.7, seed: UInt64 = 1,
    loop: Double = 180, layers: [BackgroundLayer] = []
  ) {
    self.name = name
    self.loudness = loudness
    self.dip = dip
    self.width = width
    self.seed = seed
    self.loop = loop
    self.layers = layers
  }
}
