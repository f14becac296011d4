extension Feed {
  /// Something that a podcast app will not like.
  public enum Warning: Sendable, Hashable {
    /// There is no cover.
    case noCover
    /// The cover is not square, or smaller than 1400 or larger than 3000 pixels.
    case coverSize(name: String, width: Int, height: Int)
    /// The cover can't be read as PNG or JPEG.
    case coverUnreadable(name: String)
    /// Apps of Apple and others don't play these.
    case unplayable([String])
    /// The address has a query, so names can't be added to it.
    case query
    /// Two files are the same practice, length and voice.
    case twins(String, String)

    /// What was seen, and what to do.
    public var sentence: String {
      switch self {
      case .noCover:
        "The folder has no cover, and podcast apps want one: put in a square picture cover.jpg or "
          + "cover.png, 1400 to 3000 pixels wide."
      case .coverSize(let name, let width, let height):
        "\(name) is \(width) × \(height) pixels: podcast apps want a square of 1400 to 3000."
      case .coverUnreadable(let name):
        "\(name) can't be read as a picture: save it again as PNG or JPEG, up to 4 MB."
      case .unplayable(let names):
        "Apple Podcasts and others don't play "
          + (names.count == 1 ? names[0] : "\(names[0]) and \(names.count - 1) more")
          + ": render MP3 or M4A for them."
      case .query:
        "The address after --base-url has a ?, so names of files can't be added to it: give the "
          + "address of the folder."
      case .twins(let first, let second):
        "\(first) and \(second) are the same practice, length and voice: apps show one of them."
      }
    }
  }

  /// Everything of it that podcast apps will not like.
  ///
  /// - Parameter cover: the picture's bytes; nil without one.
  public func warnings(cover: [UInt8]?) -> [Warning] {
    var all: [Warning] = []
    if let image, let cover {
      if let picture = CoverPicture(cover) {
        if picture.width != picture.height || !(1400...3000).contains(picture.width) {
          all.append(.coverSize(name: image, width: picture.width, height: picture.height))
        }
      } else {
        all.append(.coverUnreadable(name: image))
      }
    } else {
      all.append(.noCover)
    }
    let unplayable = items.filter { ![.mp3, .m4a].contains($0.facts.format) }.map(\.file)
    if !unplayable.isEmpty { all.append(.unplayable(unplayable)) }
    if base.contains("?") { all.append(.query) }
    var seen: [String: String] = [:]
    for item in items {
      let guid = Self.guid(of: item)
      if let other = seen[guid] { all.append(.twins(other, item.file)) }
      seen[guid] = item.file
    }
    return all
  }
}
