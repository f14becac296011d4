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
  /// Tells listeners apart without naming them; `-` where nobody is named.
  private let listener: String

  /// What is remembered of a file beside what tells whether it is right.
  struct Facts: Sendable {
    /// Its length.
    var frames: Frames
    /// Its integrated loudness in LUFS; −∞ where nothing sounds.
    var loudness: Double
  }

  /// - Parameter listener: whom it is for; nil for nobody in particular.
  init(of task: RenderTask, timeline: Timeline, fingerprint: UInt64, listener: String?) {
    self.task = task
    self.timeline = timeline
    self.listener = listener.map { String(SHA256.hex(Array($0.utf8)).prefix(16)) } ?? "-"
    // Everything beside the session that decides a byte of the file.
    let settings =
      "\(task.encoding) \(task.level) \(task.tags.mark) \(task.stems) \(task.captions)"
    let hash = FNV1a.hash((Kindly.configuration.version + settings).utf8, from: fingerprint)
    line = "kindly render 3 \(String(hash, radix: 16))"
  }

  /// Whether the file was written by an earlier run and never since by anybody who told us.
  var knows: Bool { (kept ?? "").hasPrefix("kindly render ") }

  /// Whether the file and everything beside it came from the same session, and has every byte that was
  /// written then: a file that was damaged or replaced is made again.
  var isUpToDate: Bool {
    guard let kept, kept.hasPrefix(line + " "), let contents else { return false }
    return kept.split(separator: " ").dropFirst(5).joined(separator: " ")
      .hasPrefix(contents + "\n")
  }

  /// What was remembered of the file that is there.
  var facts: Facts? {
    let words = kept?.split(separator: "\n").dropFirst().first?.split(separator: " ") ?? []
    guard words.count == 2, let frames = Int64(words[0]), let loudness = Double(words[1]) else {
      return nil
    }
    return Facts(frames: Frames(frames), loudness: loudness)
  }

  /// - Throws: `Failure` where the file that is there was rendered for somebody else.
  func expectSameListener() throws(Failure) {
    let words = kept?.split(separator: " ") ?? []
    guard words.count > 5, words[2] == "3", words[4] != "-", words[4] != listener else { return }
    throw Failure(
      .cannotCreate,
      "\(visible(task.output)) was rendered for another listener, and stays as it is. "
        + "Choose another --out-dir, or replace it with --force.")
  }

  /// Remembers the files that were written.
  func keep(_ summary: RenderSummary) throws(RecordingError) {
    guard let contents else { return }
    let facts = "\(summary.frames.count) \(summary.loudness)"
    try WholeFile.write(
      "\(line) \(listener) \(contents)\n\(facts)\n", to: path, replacing: true, origin: .made)
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
    guard (try? file.forEachPart { sum.update($0) }) != nil else { return nil }
    return sum.finish()
  }
}
