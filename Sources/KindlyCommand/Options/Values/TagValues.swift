import ArgumentParser
import KindlyMessages
import KindlyRecording

/// Bits a second of a compressed file: `--bitrate 128k`.
struct BitRate: OptionValue {
  /// Bits a second.
  let value: Int

  init?(argument: String) {
    let text = argument.lowercased()
    let digits = text.hasSuffix("k") ? text.dropLast() : text[...]
    guard let number = Int(digits), number > 0, number < 10_000_000 else { return nil }
    value = text.hasSuffix("k") ? number * 1000 : number
  }

  static let possible = Message.aBitRate
}

/// The place of a file in its album: `--track 3` or `--track 3/12`.
struct TrackPlace: OptionValue {
  /// The place.
  let track: TrackNumber

  init?(argument: String) {
    guard let track = TrackNumber(text: argument) else { return nil }
    self.track = track
  }

  static let possible = Message.aTrack
}

/// The picture inside a file: `--cover garden.jpg`, `--cover drawn`, `--cover dusk`.
enum CoverChoice: OptionValue {
  /// A picture file.
  case file(String)
  /// One drawn for the title, in colours of its own choice or these.
  case drawn(DrawnCover.Palette?)

  init?(argument: String) {
    if argument.isEmpty { return nil }
    if argument == "drawn" {
      self = .drawn(nil)
    } else if let palette = DrawnCover.Palette(rawValue: argument) {
      self = .drawn(palette)
    } else {
      self = .file(argument)
    }
  }

  static var possible: Message {
    .aCover(DrawnCover.Palette.allCases.map(\.rawValue).joined(separator: ", "))
  }
}

/// The sound inside a page: `--page-audio opus`.
struct PageAudio: OptionValue {
  /// MP3 or Opus.
  let format: FileFormat

  /// MP3, which every browser and mail program plays.
  static let usual = PageAudio(format: .mp3)

  private init(format: FileFormat) { self.format = format }

  init?(argument: String) {
    guard let format = FileFormat(rawValue: argument.lowercased()), [.mp3, .opus].contains(format)
    else { return nil }
    self.format = format
  }

  static let possible = Message.oneOf("mp3, opus")

  var shown: String { "mp3" }
}
