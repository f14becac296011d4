import ArgumentParser
import Glibc
import KindlyBase
import KindlyFiles
import KindlyRecording
import KindlyTimeline

/// What a file was rendered from, kept beside it in a hidden file, so that a library of many files is
/// made again only where something changed. By content: dates do not count.
struct RenderMemory {
  private let task: RenderTask
  private let timeline: Timeline
  private let line: String

  init(of task: RenderTask, timeline: Timeline, fingerprint: UInt64) {
    self.task = task
    self.timeline = timeline
    // Everything beside the session that decides a byte of the file.
    let settings =
      "\(task.encoding) \(task.level) \(task.tags.mark) \(task.stems) \(task.captions)"
    var hash = fingerprint
    for byte in (Kindly.configuration.version + settings).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    line = "kindly render 2 \(String(hash, radix: 16))"
  }

  /// Whether the file was written by an earlier run and never since by anybody who told us.
  var knows: Bool { (kept ?? "").hasPrefix("kindly render ") }

  /// Whether the file and everything beside it came from the same session, and has every byte that was
  /// written then: a file that was damaged or replaced is made again.
  var isUpToDate: Bool {
    guard let kept, kept.hasPrefix(line + " "), let contents else { return false }
    return kept == "\(line) \(contents)\n"
  }

  /// Remembers the files that were written.
  func keep() throws(RecordingError) {
    guard let contents else { return }
    try WholeFile.write("\(line) \(contents)\n", to: path, replacing: true, origin: .made)
  }

  /// Checksums of the file and of those beside it; nil if one can't be read.
  private var contents: String? {
    let companions = task.companions(of: timeline)
    let names = [task.output] + companions.captions.map(\.0) + companions.stems.map(\.0)
    let sums = names.map(Self.checksum)
    guard !sums.contains(nil) else { return nil }
    return sums.compactMap(\.self).map { String($0, radix: 16) }.joined(separator: " ")
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

  /// XXH64 of a file's bytes, nil if it is not a regular file.
  private static func checksum(of path: String) -> UInt64? {
    guard let file = try? OpenFile.reading(path, links: .refused) else { return nil }
    var sum = XXH64()
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = read(file.descriptor, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return sum.finish() }
      sum.update(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }
}
