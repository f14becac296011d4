import ArgumentParser
import KindlyBase
import KindlyRecording

/// What players show about a file beside what the practice says.
struct TagOptions: ParsableArguments {
  @Option(help: "The album, such as the name of a course.")
  var album: String?

  @Option(help: "The artist, instead of the practice's author.")
  var artist: String?

  @Option(help: "The genre, such as Meditation.")
  var genre: String?

  @Option(
    help: "The place in the album, such as 3 or 3/12; with --out-dir it counts on from there.")
  var track: TrackPlace?

  @Option(
    help: "A picture inside: a PNG or JPEG file, 'drawn' for a quiet one, or colours such as dusk.",
    completion: .file(extensions: ["png", "jpg", "jpeg"]))
  var cover: CoverChoice?

  @Option(help: "A date for the tags, such as 2026-05-01 or 2026; none is added otherwise.")
  var date: TagDate?

  /// The same as a value. Reads the picture.
  /// - Throws: `Failure` where it can't be used.
  func extra() throws(Failure) -> ExtraTags {
    var extra = ExtraTags(
      album: album, artist: artist, genre: genre, track: track?.track, date: date?.text)
    switch cover {
    case nil: break
    case .drawn(let palette): extra.cover = .drawn(palette)
    case .file(let path):
      guard let picture = CoverPicture(path: path) else {
        throw Failure(
          .noInput,
          "--cover: \(path) can't be used as a picture: give a PNG or JPEG file of at most 4 MB.")
      }
      extra.cover = .picture(picture)
    }
    return extra
  }
}

/// Tags that the listener asked for.
struct ExtraTags: Sendable, Hashable {
  var album: String?
  var artist: String?
  var genre: String?
  var track: TrackNumber?
  var date: String?
  var cover: Cover?

  /// Where the picture comes from.
  enum Cover: Sendable, Hashable {
    case picture(CoverPicture)
    case drawn(DrawnCover.Palette?)
  }

  /// Pixels of a drawn cover inside a file.
  private static let pixels = 800

  /// Puts them over what the practice says.
  func add(to tags: inout Tags) {
    tags.album = album
    tags.author = artist ?? tags.author
    tags.genre = genre
    tags.track = track
    tags.date = date
    switch cover {
    case nil: break
    case .picture(let picture): tags.cover = picture
    case .drawn(let palette):
      tags.cover = DrawnCover(title: tags.title, palette: palette).png(size: Self.pixels)
        .flatMap { CoverPicture($0) }
    }
  }

  /// A short text that changes with every one of them.
  var mark: String {
    let hash =
      switch cover {
      case .picture(let picture): FNV1a.hash(picture.bytes)
      case .drawn(let palette): FNV1a.hash((palette?.rawValue ?? "drawn").utf8)
      case nil: FNV1a.basis
      }
    let texts = [album, artist, genre, track?.text, date].map { $0 ?? "" }
    return texts.joined(separator: "\n") + String(hash, radix: 16)
  }
}
