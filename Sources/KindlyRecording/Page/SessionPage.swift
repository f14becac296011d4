public import KindlyTimeline

/// A page to take home: one HTML file with the sound inside, the words following along, and chapters.
///
/// It asks nobody for anything: no address is in it, and its policy forbids every request. Without
/// scripts, as in the preview of a mail program, the player of the browser, the words and the list of
/// chapters remain.
public struct SessionPage: Sendable {
  /// What happens when.
  public var timeline: Timeline
  /// What it is about.
  public var tags: Tags
  /// What to know before listening; nil for nothing.
  public var care: String?
  /// The kind of sound in it, one that browsers play.
  public var format: FileFormat

  /// A page from its parts.
  public init(timeline: Timeline, tags: Tags, care: String? = nil, format: FileFormat) {
    self.timeline = timeline
    self.tags = tags
    self.care = care
    self.format = format
  }

  /// Writes the page, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the page.
  ///   - replacing: whether a page that is there may be replaced.
  ///   - origin: who thought of the name.
  ///   - files: the file system; tests have one that fails.
  ///   - makingSound: writes the sound that goes into it under the name it is given, in a folder
  ///     that is gone afterwards.
  /// - Returns: what `makingSound` returned, and the size of the page in bytes.
  public func write<Summary>(
    to path: String, replacing: Bool = false, origin: NameOrigin = .given,
    files: FileSystem = FileSystem(), makingSound: (String) throws(RecordingError) -> Summary
  ) throws(RecordingError) -> (Summary, bytes: Int64) {
    if !replacing, try WholeFile.exists(at: path, files: files) { throw .exists(path) }
    let scratch = try ScratchFolder()
    let sound = scratch.path + "/sound"
    let summary = try makingSound(sound)
    return (summary, try write(to: path, sound: sound, replacing, origin, files: files))
  }

  private func write(
    to path: String, sound: String, _ replacing: Bool, _ origin: NameOrigin, files: FileSystem
  ) throws(RecordingError) -> Int64 {
    guard let bytes = FileBytes(sound) else {
      throw .encoder(format: format, message: "the sound can't be read back")
    }
    let page = try WholeFile(at: path, replacing: replacing, origin: origin, files: files)
    try page.write(Array(beginning.utf8))
    // Three bytes at a time become four letters, so parts of a multiple of three fit together.
    var place: Int64 = 0
    while case let part = bytes.bytes(at: place, count: 3 << 14), !part.isEmpty {
      try page.write(Array(Base64.text(part).utf8))
      place += Int64(part.count)
    }
    try page.write(Array(end.utf8))
    let length = page.length
    try page.commit()
    return length
  }

  /// The place in an album, by which a list of pages is ordered.
  private var place: [(String, String)] {
    (tags.album.map { [("kindly-album", $0)] } ?? [])
      + (tags.track.map { [("kindly-track", "\($0.number)")] } ?? [])
  }

  /// Everything before the sound.
  private var beginning: String {
    var out = PageText.head(
      title: tags.title, language: tags.language, summary: tags.summary,
      facts: [("kindly-length", "\(timeline.frames.milliseconds)")] + place,
      script: PageScript.text)
    out +=
      "<body data-length=\"\(timeline.frames.milliseconds)\" data-key=\"\(key)\"\(breaths)>\n<main>\n"
    out += "<h1>\(PageText.escaped(tags.title))</h1>\n"
    let by = [tags.author, timeline.frames.clock].compactMap(\.self).joined(separator: " · ")
    out += "<p class=\"about\">\(PageText.escaped(by))</p>\n"
    if let summary = tags.summary { out += "<p>\(PageText.escaped(summary))</p>\n" }
    if let care { out += "<p class=\"care\">\(PageText.escaped(care))</p>\n" }
    return out + "<audio id=\"sound\" controls preload=\"auto\" src=\"data:\(format.media);base64,"
  }

  /// Everything behind the sound.
  private var end: String {
    "\"></audio>\n" + Self.player + chapterList + words
      + "</main>\n<script>\(PageScript.text)</script>\n</body>\n</html>\n"
  }

  /// What tells this page from others when a browser keeps its place.
  private var key: String {
    UUID5.text(timeline.captions.map { "\($0.start.count) \($0.text)" }.joined(separator: "\n"))
  }

  /// Guided breaths: where each begins, stops moving and ends in milliseconds, and which way it goes.
  private var breaths: String {
    let lines = timeline.breaths.map { breath in
      [breath.start, breath.start + breath.moving, breath.end].map { "\($0.milliseconds) " }
        .joined()
        + breath.half.rawValue
    }
    return lines.isEmpty ? "" : " data-breaths=\"\(lines.joined(separator: ","))\""
  }

  private static let player = """
    <div class="player" role="group" aria-label="Player" lang="en">
    <div class="keys">
    <button id="back" type="button" aria-label="15 seconds back">−15</button>
    <button id="play" type="button">Play</button>
    <button id="on" type="button" aria-label="15 seconds on">+15</button>
    </div>
    <input id="place" type="range" min="0" max="1" step="0.1" value="0" aria-label="Place">
    <div class="times"><span id="now">0:00</span><span id="left"></span></div>
    <div id="breath" aria-hidden="true" hidden><div></div></div>
    </div>

    """

  private var chapterList: String {
    let chapters = timeline.chapters
    if chapters.count < 2 { return "<ol id=\"chapters\" hidden></ol>\n" }
    return "<ol id=\"chapters\" aria-label=\"Chapters\">\n"
      + chapters.map { chapter in
        "<li data-start=\"\(chapter.start.milliseconds)\"><time>\(chapter.start.clock)</time> "
          + "\(PageText.escaped(chapter.name))</li>\n"
      }.joined() + "</ol>\n"
  }

  /// What is said, by sections; wishes are marked.
  private var words: String {
    var out = "<section class=\"words\" aria-label=\"Words\">\n"
    var captions = timeline.captions[...]
    for chapter in timeline.chapters {
      let inside = captions.prefix { $0.start < chapter.end }
      captions = captions.dropFirst(inside.count)
      if inside.isEmpty { continue }
      if chapter.name != tags.title { out += "<h2>\(PageText.escaped(chapter.name))</h2>\n" }
      out += inside.map(Self.line).joined()
    }
    return out + captions.map(Self.line).joined() + "</section>\n"
  }

  private static func line(_ caption: Caption) -> String {
    let words =
      caption.words.isEmpty
      ? PageText.escaped(caption.text)
      : caption.words.map { word in
        "<span data-start=\"\(word.start.milliseconds)\">\(PageText.escaped(word.text))</span>"
      }.joined()
    return
      "<p\(caption.isPhrase ? " class=\"wish\"" : "") data-start=\"\(caption.start.milliseconds)\""
      + " data-end=\"\(caption.end.milliseconds)\">\(words)</p>\n"
  }
}
