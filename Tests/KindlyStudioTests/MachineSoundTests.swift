import KindlyBase
import KindlyLanguage
import KindlyRender
import KindlyTimeline
import Synchronization
import Testing

@testable import KindlyStudio

/// Playing on the device of the machine, with a device that is only told about.
@Suite(.timeLimit(.minutes(1))) struct MachineSoundTests {
  /// What happened, in order.
  private final class Record: Sendable {
    private let words = Mutex<[String]>([])

    var all: [String] { words.withLock { $0 } }

    func note(_ word: String) { words.withLock { $0.append(word) } }

    /// Waits until something happened so many times.
    func wait(for word: String, times: Int = 1) async throws {
      while all.count(where: { $0 == word }) < times { try await Task.sleep(for: .milliseconds(2)) }
    }
  }

  private func told(_ record: Record, _ name: String) -> @Sendable (MachineSound.News) -> Void {
    { news in
      switch news {
      case .heard: break
      case .ended(let sentence): record.note("\(name) ended\(sentence.map { ": \($0)" } ?? "")")
      }
    }
  }

  private var nothing: Score {
    Score(
      Timeline(title: "", frames: Frames(48_000), sections: [], events: []), clip: { _ in nil },
      bell: { _ in nil }, background: { _ in nil })
  }

  @Test func `what begins later takes the device`() async throws {
    let record = Record()
    let sound = MachineSound { (_, start, heard) throws(Studio.Problem) in
      record.note("open \(start.count)")
      while heard(start) {}
      record.note("close \(start.count)")
    }
    sound.play(nothing, from: Frames(1), told: told(record, "first"))
    try await record.wait(for: "open 1")
    sound.play(nothing, from: Frames(2), told: told(record, "second"))
    try await record.wait(for: "open 2")
    sound.stop()
    try await record.wait(for: "second ended")
    #expect(
      record.all == ["open 1", "close 1", "first ended", "open 2", "close 2", "second ended"])
  }

  @Test func `a device that fails is told`() async throws {
    let record = Record()
    let sound = MachineSound { (_, _, _) throws(Studio.Problem) in
      throw Studio.Problem(sentence: "It is busy.")
    }
    sound.play(nothing, from: .zero, told: told(record, "it"))
    try await record.wait(for: "it ended: It is busy.")
    MachineSound(nil).play(nothing, from: .zero, told: told(record, "none"))
    #expect(record.all.last == "none ended: There is no sound device to play on.")
  }

  @Test(arguments: [
    ("a.flac", nil), ("a.WAV", nil), ("a.m4b", nil), ("a.srt", nil), ("a.md", nil),
    ("a.html", "listen"), ("a.html", "read"),
  ])
  func `each ending is a form`(name: String, page: String?) throws {
    _ = try ExportForm(name: name, page: page)
  }

  @Test(arguments: ["a.html", "a.docx", "a", ""])
  func `other endings are refused`(name: String) {
    #expect(throws: ExportForm.Refused.self) { try ExportForm(name: name, page: nil) }
  }

  @Test func `moments that are held are found`() {
    let text = "Title: A\n\n[bell]\nHere. [4s]\n[bell at 1:00]\nThere.\n[silence until 2:00]\n"
    let script = read(practice: Source(path: "a.practice", text: text)).tree
    #expect(script.pins.map(\.value) == [60 * 48_000, 120 * 48_000])
  }

  @Test func `a shape says how loud it is`() {
    let levels = Envelope.levels(of: "0j1")
    #expect(levels[0] == 0)
    #expect(levels[1] > 0.99 && levels[1] <= 1)
    #expect(levels[2] < 0.01 && levels[2] > 0.001)
  }
}
