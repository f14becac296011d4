extension FeedFolder {
  /// Writes a feed and the chapters of its files into the folder, each whole or not at all.
  ///
  /// A file of the name that this program did not write is left alone, and so is a link, which could
  /// lead anywhere; everything is looked at before anything is written.
  /// - Parameters:
  ///   - feed: what is in the folder.
  ///   - folder: the folder.
  ///   - replacing: whether whatever has the names is replaced.
  ///   - files: the file system; tests have one that fails.
  /// - Throws: `exists`, `isLink` and whatever keeps a file from being written.
  public func write(
    _ feed: Feed, to folder: String, replacing: Bool, files: FileSystem = FileSystem()
  ) throws(RecordingError) {
    let path = "\(folder)/\(feed.name)"
    let isOurs = Self.start(of: path).starts(with: Feed.beginning.utf8)
    try Self.expect(path, isOurs: isOurs, replacing, files)
    for (name, text) in chapterFiles {
      let file = "\(folder)/\(name)"
      let old = Self.start(of: file)
      let isSame = old.elementsEqual(text.utf8.prefix(Self.looked))
      let isLike = isOurs && old.starts(with: Self.chaptersBeginning.utf8)
      try Self.expect(file, isOurs: isSame || isLike, replacing, files)
    }
    for (name, text) in chapterFiles {
      try WholeFile.write(
        text, to: "\(folder)/\(name)", replacing: true, origin: .made, files: files)
    }
    try WholeFile.write(feed.xml, to: path, replacing: true, origin: .made, files: files)
  }

  /// How many bytes of a file are looked at to know it.
  private static let looked = 1024
  /// How the chapters of this program begin.
  private static let chaptersBeginning = "{\"version\":\"1.2.0\",\"chapters\":[{\"startTime\":"

  /// The first bytes of a file; none where nothing has the name, or what has it can't be read.
  private static func start(of path: String) -> [UInt8] {
    FileBytes(path)?.bytes(at: 0, count: looked) ?? []
  }

  /// Makes sure that what has the name is ours or may be replaced.
  private static func expect(
    _ path: String, isOurs: Bool, _ replacing: Bool, _ files: FileSystem
  ) throws(RecordingError) {
    do {
      try WholeFile.expect(made: path, replacing: replacing, files: files)
    } catch {
      guard case .exists = error, isOurs else { throw error }
    }
  }
}

extension Feed {
  /// How every feed of this program begins, whatever it is about.
  static var beginning: String {
    let empty = Feed(
      title: "", description: "", author: "", language: "", base: "", items: []
    ).xml
    let lines = empty.split(separator: "\n")
    let end = lines.firstIndex { $0.hasSuffix("<channel>") } ?? 0
    return lines[...end].joined(separator: "\n")
  }
}
