import Glibc
import KindlyBase
import KindlyClients
import KindlyFiles
import KindlyLibrary
import KindlyRecording
import KindlyTimeline

/// A table of what a batch wrote: id, file, length, loudness and SHA-256 of each file. What could not be
/// rendered is in it without the last three.
struct RenderReport {
  private let path: String

  private static let headings = ["id", "file", "length", "loudness", "sha256"]

  /// - Throws: `Failure` where the name is another file's: the table's own, or one that is no report.
  init(at path: String, table: String?, force: Bool) throws(Failure) {
    self.path = path
    if let table, Self.isSame(path, table) {
      throw Failure(
        .usage, "--report \(visible(path)) is the table of people: give the report another name.")
    }
    do throws(RecordingError) {
      guard try WholeFile.exists(at: path), !force else { return }
      let bytes = (try? TextFile.read(path, most: 64 << 20)) ?? []
      guard bytes.starts(with: csvLine(Self.headings).utf8) else { throw .exists(path) }
    } catch {
      throw Failure(error)
    }
  }

  /// What became of a file.
  enum File: Sendable {
    /// It could not be rendered.
    case missing
    /// It is there; how long and how loud it is, where that is known.
    case there(RenderMemory.Facts?)

    init(_ outcome: RenderTask.Outcome) {
      switch outcome {
      case .written(let summary):
        self = .there(RenderMemory.Facts(frames: summary.frames, loudness: summary.loudness))
      case .upToDate(let facts): self = .there(facts)
      }
    }
  }

  /// Writes the report, whole or not at all.
  /// - Parameter row: a file of those there are, and what became of it.
  func write(count: Int, _ row: (Int) -> (task: RenderTask, file: File)) throws(Failure) {
    do throws(RecordingError) {
      let report = try WholeFile(at: path, replacing: true)
      try report.write(Array(csvLine(Self.headings).utf8))
      for index in 0..<count {
        let (task, file) = row(index)
        var cells = [task.client?.id ?? "", task.output]
        switch file {
        case .there(let facts?): cells += Self.cells(facts.frames, facts.loudness)
        case .there(nil), .missing: cells += ["", ""]
        }
        if case .there = file {
          cells.append(Self.digest(of: task.output) ?? "")
        } else {
          cells.append("")
        }
        try report.write(Array(csvLine(cells).utf8))
      }
      try report.commit()
    } catch {
      throw Failure(error)
    }
  }

  private static func cells(_ frames: Frames, _ loudness: Double) -> [String] {
    [frames.clock, loudness.isFinite ? RenderSummary.tenths(loudness) : ""]
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    var facts = (stat(), stat())
    return stat(one, &facts.0) == 0 && stat(other, &facts.1) == 0
      && facts.0.st_dev == facts.1.st_dev && facts.0.st_ino == facts.1.st_ino
  }

  /// SHA-256 of a file's bytes; nil if they can't be read.
  private static func digest(of path: String) -> String? {
    guard let file = try? OpenFile.reading(path, links: .refused) else { return nil }
    var sum = SHA256()
    guard (try? file.forEachPart { sum.update($0) }) != nil else { return nil }
    return sum.hex()
  }
}
