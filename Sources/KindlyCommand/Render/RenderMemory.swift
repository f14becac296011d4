import ArgumentParser
import Glibc
import KindlyFiles
import KindlyRecording

/// What a file was rendered from, kept beside it in a hidden file, so that a library of many files is
/// made again only where something changed. By content: dates do not count.
struct RenderMemory {
  private let task: RenderTask
  private let line: String

  init(of task: RenderTask, fingerprint: UInt64) {
    self.task = task
    // Everything beside the session that decides a byte of the file.
    let settings =
      "\(task.encoding) \(task.level) \(task.tags.mark) \(task.stems) \(task.captions)"
    var hash = fingerprint
    for byte in (Kindly.configuration.version + settings).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    line = "kindly render 1 \(String(hash, radix: 16))"
  }

  /// Whether the file was written by an earlier run and never since by anybody who told us.
  var knows: Bool { (kept ?? "").hasPrefix("kindly render ") }

  /// Whether the file and everything beside it is there and came from the same session.
  var isUpToDate: Bool {
    guard let bytes = Self.bytes(of: task.output), kept == "\(line) \(bytes)\n" else {
      return false
    }
    let companions = task.companions
    return (companions.captions.map(\.0) + companions.stems.map(\.0)).allSatisfy {
      Self.bytes(of: $0) != nil
    }
  }

  /// Remembers a file that was written with so many bytes.
  func keep(bytes: Int64) throws(RecordingError) {
    try MadeName.expect(path, replacing: true)
    try WholeFile.write("\(line) \(bytes)\n", to: path, replacing: true)
  }

  private var path: String {
    let name = task.output.split(separator: "/").last ?? ""
    return task.output.dropLast(name.count) + ".\(name).kindly"
  }

  /// What was remembered. The name is made up here, so nothing but a small regular file is looked at.
  private var kept: String? {
    guard let file = try? OpenFile.reading(path, links: .refused),
      let bytes = try? file.bytes(most: 4096)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(of path: String) -> Int64? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(facts.st_size)
  }
}
