import Glibc
import KindlyFiles

/// The units of `DailyUnit` among those of systemd's user manager: `~/.config/systemd/user`.
///
/// Only files that were written here, and not changed since, are replaced or removed. Nothing is told to
/// systemd.
public struct DailyUnits: Sendable {
  /// The folder of the user's units.
  public let folder: String

  /// The units below the user's folder of settings (`$XDG_CONFIG_HOME`); nothing is opened yet.
  public init(inSettings settings: String) { folder = settings + "/systemd/user" }

  /// One that is there.
  public struct Entry: Sendable, Hashable {
    /// When it starts.
    public var time: DailyTime
    /// What it starts, as a person reads it.
    public var told: String
  }

  /// What is set, the earliest of the day first; what somebody else wrote is not among it.
  public func entries() -> [Entry] {
    let names = (try? Folder.names(in: folder)) ?? []
    return names.compactMap { name in
      let begin = DailyTime.unitBegin
      guard name.hasPrefix(begin), name.hasSuffix(".timer"),
        let time = DailyTime(digits: name.dropFirst(begin.count).dropLast(6)),
        let bytes = try? OpenFile.reading(folder + "/" + name).bytes(most: Self.most),
        let text = String(validating: bytes, as: UTF8.self),
        text.hasPrefix(DailyUnit.Signature.begin),
        let told = DailyUnit.told(in: text.split(separator: "\n"), at: time)
      else { return nil }
      return Entry(time: time, told: told)
    }.sorted { $0.time < $1.time }
  }

  /// Writes a unit over the one of the same time, and has it started whenever the user is there.
  /// - Throws: `DailyProblem`; the files are then as they were.
  public func write(_ unit: DailyUnit) throws(DailyProblem) {
    let files = files(of: unit.time)
    var old: [[UInt8]?] = []
    for path in [files.service, files.timer] { old.append(try own(path, unit.time)) }
    try expectOwn(link: files.link, to: files.timer)
    do throws(FileProblem) {
      try Folder.make(Folder.parent(of: files.link))
      try WholeWrite.write(unit.service, to: files.service, mode: 0o600)
      try WholeWrite.write(unit.timer, to: files.timer, mode: 0o600)
      if symlink(Self.target(of: files.timer), files.link) != 0, errno != EEXIST {
        throw .refused(code: errno)
      }
    } catch {
      for (path, bytes) in zip([files.service, files.timer], old) { restore(path, bytes) }
      throw .refused(path: files.timer, code: error.code)
    }
  }

  /// Removes what is set for a time.
  /// - Throws: `DailyProblem`; nothing is removed that was not written here.
  public func remove(_ time: DailyTime) throws(DailyProblem) {
    let files = files(of: time)
    for path in [files.service, files.timer] { _ = try own(path, time) }
    try expectOwn(link: files.link, to: files.timer)
    for path in [files.link, files.timer, files.service] {
      guard unlink(path) == 0 || errno == ENOENT else {
        throw .refused(path: path, code: errno)
      }
    }
  }

  private static let most = 1 << 20

  private func files(of time: DailyTime) -> (service: String, timer: String, link: String) {
    let timer = time.unit + ".timer"
    return (
      folder + "/" + time.unit + ".service", folder + "/" + timer,
      folder + "/timers.target.wants/" + timer
    )
  }

  /// What a link to a unit says: as `systemctl enable` writes it, but for any folder.
  private static func target(of path: String) -> String {
    "../" + (path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// The bytes of a unit of ours; nil if there is none.
  private func own(_ path: String, _ time: DailyTime) throws(DailyProblem) -> [UInt8]? {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try OpenFile.reading(path, links: .refused).bytes(most: Self.most)
    } catch {
      switch error {
      case .missing: return nil
      // A link is how a user masks a unit, or keeps it elsewhere.
      case .outside, .folder, .notRegular, .tooLarge: throw .foreign(path: path)
      case .exists, .refused: throw .refused(path: path, code: error.code)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(DailyUnit.Signature.begin),
      let end = text.firstIndex(of: "\n")
    else { throw .foreign(path: path) }
    let body = String(text[text.index(after: end)...])
    guard text[..<end] == DailyUnit.Signature.line(over: body, time) else {
      throw .changed(path: path, time: time)
    }
    return bytes
  }

  /// What has the name of our link must be our link.
  private func expectOwn(link: String, to path: String) throws(DailyProblem) {
    var facts = stat()
    guard lstat(link, &facts) == 0 else { return }
    var room = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = room.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(link, $0, text.count) } ?? -1
      }
    }
    let told = count > 0 ? String(decoding: room.prefix(count), as: UTF8.self) : ""
    guard told == Self.target(of: path) || told == path else { throw .foreign(path: link) }
  }

  private func restore(_ path: String, _ bytes: [UInt8]?) {
    guard let bytes else {
      unlink(path)
      return
    }
    try? WholeWrite.write(bytes, to: path, mode: 0o600)
  }
}

/// Why a unit can't be written or removed.
public enum DailyProblem: Error, Hashable, Sendable {
  /// Somebody else's file has its name.
  case foreign(path: String)
  /// It was written here, and changed by hand since.
  case changed(path: String, time: DailyTime)
  /// The system refused, with its error number.
  case refused(path: String, code: Int32)
}
