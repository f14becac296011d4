import Glibc
public import KindlyBase
public import KindlyTimeline

/// Where a sitting was left, so that it can go on from there.
///
/// One small file for each practice under the state folder. Its first line is `FRAME FRAMES SITTING`, as
/// in every version; the lines after it, each a word and a value, say more where they are known.
public struct KeptPlace: Sendable, Hashable {
  /// What is played: the practice's path or name, and the day of a course.
  public var sitting: String
  /// The first frame that was not heard, at 48 kHz.
  public var frame: Int64
  /// Frames of the whole.
  public var frames: Int64
  /// When it was left, as the journal writes it; empty where an old file does not say it.
  public var when = ""
  /// The practice's title.
  public var title = ""
  /// The place by section, line and pass, for a session that is composed otherwise.
  public var mark: Mark?
  /// Frames that were heard of it, in this sitting and those it went on from.
  public var heard: Int64 = 0
  /// The practices that were played, as they were named; empty where an old file does not say it.
  public var practices: [String] = []
  /// Whether it is a sit without words instead.
  public var isSit = false
  /// What was asked of them, as a preset says it: `20 min, voice warm`.
  public var asked = ""

  /// A place at `frame` of a session of `frames`, heard in the sitting of that name.
  public init(sitting: String, frame: Int64, frames: Int64) {
    self.sitting = sitting
    self.frame = frame
    self.frames = frames
  }

  /// Keeps the place, replacing an older one of the same sitting.
  public func keep(in folders: Folders) throws(StateFileProblem) {
    try StateFile.replace(Self.path(sitting, folders), with: Array(text.utf8))
  }

  /// The place kept for a sitting; nil if there is none, or if its file is damaged.
  /// `before`: what the sitting was called by earlier versions.
  public static func kept(
    for sitting: String, before: String? = nil, in folders: Folders
  ) -> KeptPlace? {
    let place = read(path(sitting, folders))
    if let place, place.sitting == sitting { return place }
    guard let before, before != sitting else { return nil }
    return kept(for: before, in: folders)
  }

  /// Every place, the latest first.
  public static func all(in folders: Folders) -> [KeptPlace] {
    let folder = folders.state + "/places"
    return Library.files(in: folder).compactMap { read(folder + "/" + $0) }
      .sorted { ($0.when, $1.sitting) > ($1.when, $0.sitting) }
  }

  /// Where it goes on in a session; nil if the session has no such place.
  public func frame(in timeline: Timeline) -> Frames? {
    if frames == timeline.frames.count, mark == nil || timeline.mark(at: Frames(frame)) == mark {
      return Frames(frame)
    }
    guard let mark, let found = timeline.frame(of: mark), found < timeline.frames else {
      return nil
    }
    return found > .zero ? found : nil
  }

  /// Forgets the place of a sitting that was heard to its end.
  public static func forget(_ sitting: String, before: String? = nil, in folders: Folders) {
    StateFile.remove(path(sitting, folders))
    if let before, read(path(before, folders))?.sitting == before {
      StateFile.remove(path(before, folders))
    }
  }

  /// Names any practice with a plain file name: FNV-1a of the sitting, checked by its content.
  private static func path(_ sitting: String, _ folders: Folders) -> String {
    folders.state + "/places/" + StateFile.name(of: sitting)
  }
}

extension KeptPlace {
  private var text: String {
    var lines = ["\(frame) \(frames) \(sitting)"]
    if !when.isEmpty { lines.append("when \(when)") }
    if !title.isEmpty { lines.append("title \(title)") }
    if heard > 0 { lines.append("heard \(heard)") }
    if let mark {
      lines.append("section \(mark.section)")
      lines.append(
        "at \(mark.kind) \(mark.line) \(mark.pass) \(mark.into.count) \(mark.length.count)"
          + (mark.file.map { " " + $0 } ?? ""))
    }
    lines += practices.map { "play \($0)" }
    if isSit { lines.append("sit yes") }
    if !asked.isEmpty { lines.append("asked \(asked)") }
    // A title or a path with a line end would make two lines of one.
    return lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
      .joined()
  }

  /// Reads a place; nil where there is none, or the file is damaged.
  private static func read(_ path: String) -> KeptPlace? {
    guard let bytes = try? TextFile.read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.last?.isEmpty == true else { return nil }
    let parts = lines[0].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let frame = Int64(parts[0]), let frames = Int64(parts[1]), frames > 1,
      (1..<frames).contains(frame)
    else { return nil }
    var place = KeptPlace(sitting: String(parts[2]), frame: frame, frames: frames)
    var section = ""
    for line in lines.dropFirst().dropLast() {
      let pair = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      let value = String(pair[1])
      switch pair[0] {
      case "when": place.when = value
      case "title": place.title = value
      case "heard": place.heard = max(0, Int64(value) ?? 0)
      case "section": section = value
      case "at": place.mark = mark(value, section)
      case "play": place.practices.append(value)
      case "sit": place.isSit = value == "yes"
      case "asked": place.asked = value
      default: break
      }
    }
    return place
  }

  /// `speech 14 3 5000 20000 FILE`.
  private static func mark(_ text: String, _ section: String) -> Mark? {
    let parts = text.split(separator: " ", maxSplits: 5)
    let numbers = parts.dropFirst().prefix(4).compactMap { Int64($0) }
    guard parts.count >= 5, numbers.count == 4,
      numbers.allSatisfy({ (0..<(1 << 40)).contains($0) })
    else { return nil }
    return Mark(
      section: section, kind: String(parts[0]), line: Int(numbers[0]),
      file: parts.count > 5 ? String(parts[5]) : nil, pass: Int(numbers[1]),
      into: Frames(numbers[2]), length: Frames(numbers[3]))
  }
}
