import Glibc
import KindlyTimeline

/// A folder of finished sessions, as `kindly feed` reads it.
public struct FeedFolder: Sendable {
  /// Its sound files, by their names.
  public var items: [Feed.Item]
  /// The chapters of each file that has some: the name they get in the folder, and the text.
  public var chapterFiles: [(name: String, text: String)]
  /// A cover picture, if the folder has one.
  public var image: String?
  /// The picture's bytes, as far as a cover may have; nil where there is none.
  public var cover: [UInt8]?
  /// Names that look like sound files and could not be read.
  public var unread: [String]

  /// Reads a folder. Throws `noFolder` and the like.
  public init(_ path: String) throws(RecordingError) {
    let names = try Self.names(in: path)
    items = []
    chapterFiles = []
    unread = []
    image = ["cover.jpg", "cover.png"].first(where: names.contains)
    cover = image.flatMap { FileBytes("\(path)/\($0)") }?.bytes(at: 0, count: CoverPicture.most + 1)
    for name in names.sorted() where !name.hasPrefix(".") && (try? FileFormat(path: name)) != nil {
      guard let facts = FileFacts(path: "\(path)/\(name)") else {
        unread.append(name)
        continue
      }
      add(name, facts: facts, folder: path, names: names)
    }
  }

  private mutating func add(_ name: String, facts: FileFacts, folder: String, names: Set<String>) {
    var status = stat()
    stat("\(folder)/\(name)", &status)
    let stem = String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    var chapters: String?
    if !facts.chapters.isEmpty {
      let file = stem + ".chapters.json"
      chapters = file
      chapterFiles.append((file, facts.chaptersJSON))
    }
    items.append(
      Feed.Item(
        file: name, bytes: Int64(status.st_size), facts: facts,
        published: facts.date.flatMap(CivilTime.noon) ?? Int64(status.st_mtim.tv_sec),
        chapters: chapters,
        transcripts: ["vtt", "srt", "txt"].map { "\(stem).\($0)" }.filter(names.contains)))
  }

  static func names(in path: String) throws(RecordingError) -> Set<String> {
    guard let folder = opendir(path) else {
      throw RecordingError(
        FileSystem.Refusal(operation: .open, code: errno), path: path, folder: path)
    }
    defer { closedir(folder) }
    var names: Set<String> = []
    while let entry = readdir(folder) {
      names.insert(
        // In place: a record is as long as its name, and its type is longer.
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }
}

extension FileFacts {
  /// The chapters in Podcasting 2.0's JSON form, version 1.2.0.
  public var chaptersJSON: String {
    JSON.object([
      ("version", .string("1.2.0")),
      (
        "chapters",
        .array(
          chapters.map { chapter in
            .object([
              ("startTime", .number(Double(chapter.milliseconds) / 1000)),
              ("title", .string(chapter.name)),
            ])
          })
      ),
    ]).line + "\n"
  }
}
