import Foundation
import Testing

@Suite(.besideOthers) struct PlayingTests {
  @Test func `without a device one sentence says what to do, and ALSA keeps quiet`() throws {
    let program = try Program()
    try program.write("[bell]", to: "bell.practice")
    let outcome = try program.run("play", "bell.practice", "--device", "nowhere")
    #expect(outcome.code == 69)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("kindly doctor"))
  }

  @Test func `events are told as JSON, in order, to the end`() throws {
    let program = try Program()
    try program.write("# One\nBe at ease. [1s]\n# Two\nWell. [1s]", to: "p.practice")
    // ALSA's null device takes samples at once, so nothing has to be waited for.
    let outcome = try program.run("play", "p.practice", "--device", "null", "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let events = try lines.map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      events.compactMap { $0["event"] as? String }
        == ["section", "speech", "pause", "section", "speech", "pause", "finished"])
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test(.enabled(if: PulseServer.isInstalled, "needs the Debian package pulseaudio"))
  func `what a sound server hears is the rendered file, sample by sample`() throws {
    let program = try Program()
    try program.write(
      "Bell: tingsha\n\n[bell]\nMay I be safe. [1s]\nMay I be at ease. [1s]", to: "p.practice")
    let server = try PulseServer(program)
    #expect(try program.run("render", "p.practice", "-o", "p.wav").code == 0)
    let played = try program.run("play", "p.practice", "--device", "pulse", "--samples", "int16")
    #expect(played.code == 0, "\(played.errors)")
    let heard = try server.captured()
    let file = try #require(WaveFile(program.folder + "/p.wav"))
    let start = try #require(heard.firstSound)
    let sound = try #require(file.firstSound)
    let count = file.frames - sound
    #expect(heard.frames - start >= count)
    let differing = (0..<2 * count).first {
      heard.samples[2 * start + $0] != file.samples[2 * sound + $0]
    }
    #expect(differing == nil)
  }
}
