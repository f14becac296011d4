/// What a desktop shows of a sitting.
public struct NowPlaying: Sendable, Hashable {
  /// The practice's title.
  public var title: String
  /// The section that is heard.
  public var section: String
  /// The author, where the practice names one.
  public var author: String?
  /// Microseconds of the whole.
  public var length: Int64
  /// Microseconds heard.
  public var position: Int64
  /// Whether sound goes out.
  public var isPlaying: Bool
  /// Loudness as a factor of the written one.
  public var volume: Double

  /// Makes the facts of a sitting at its start.
  public init(title: String, section: String, author: String?, length: Int64) {
    self.title = title
    self.section = section
    self.author = author
    self.length = length
    position = 0
    isPlaying = true
    volume = 1
  }

  static let track = "/org/kindly/sitting"

  var playerFacts: [Variant.Fact] {
    var metadata = [
      Variant.Fact(name: "mpris:trackid", value: .path(Self.track)),
      Variant.Fact(name: "mpris:length", value: .int64(length)),
      Variant.Fact(name: "xesam:title", value: .string(section.isEmpty ? title : section)),
      Variant.Fact(name: "xesam:album", value: .string(title)),
    ]
    if let author {
      metadata.append(Variant.Fact(name: "xesam:artist", value: .strings([author])))
    }
    return [
      Variant.Fact(name: "PlaybackStatus", value: .string(isPlaying ? "Playing" : "Paused")),
      Variant.Fact(name: "Rate", value: .double(1)),
      Variant.Fact(name: "MinimumRate", value: .double(1)),
      Variant.Fact(name: "MaximumRate", value: .double(1)),
      Variant.Fact(name: "Metadata", value: .facts(metadata)),
      Variant.Fact(name: "Volume", value: .double(volume)),
      Variant.Fact(name: "Position", value: .int64(position)),
    ]
      + ["CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl"].map {
        Variant.Fact(name: $0, value: .bool(true))
      }
  }

  static let rootFacts = [
    Variant.Fact(name: "Identity", value: .string("Kindly")),
    Variant.Fact(name: "DesktopEntry", value: .string("kindly")),
    Variant.Fact(name: "CanQuit", value: .bool(true)),
    Variant.Fact(name: "CanRaise", value: .bool(false)),
    Variant.Fact(name: "HasTrackList", value: .bool(false)),
    Variant.Fact(name: "SupportedUriSchemes", value: .strings([])),
    Variant.Fact(name: "SupportedMimeTypes", value: .strings([])),
  ]
}
