import Foundation
import Testing

@testable import KindlyPlayer

struct DeviceTests {
  @Test func `the holder of a busy device is named`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "proc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    func write(_ text: String, _ path: String) throws {
      let file = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
    #expect(DeviceHolder.name(processes: root.path) == nil)
    try write("closed\n", "asound/card0/pcm0p/sub0/status")
    try write("state: RUNNING\nowner_pid   : 4321\n", "asound/card0/pcm1p/sub0/status")
    #expect(DeviceHolder.name(processes: root.path) == nil)
    try write("mus\u{1b}ic\n", "4321/comm")
    #expect(DeviceHolder.name(processes: root.path) == "music")
  }

  @Test func `a device can be tried without a sound`() throws {
    let device = try PacedFolder("formats S16_LE", "rates 44100")
    defer { device.remove() }
    let trial = try SoundDevice.trial(of: device.name)
    #expect(trial.format == .int16 && trial.rate == 44_100 && trial.channels == 2)
    #expect(abs(trial.buffer - 0.25) < 0.001)
    #expect(device.heard.isEmpty)
  }

  @Test func `the list of devices has names and no device that swallows everything`() {
    let names = SoundDevice.all().map(\.name)
    #expect(!names.contains("null"))
    #expect(!names.contains(""))
  }

  @Test func `without a device everything that was tried is named`() {
    let error = LoudspeakerError.noDevice(tried: ["default", "pulse"])
    #expect(
      error.description == """
        No sound device was found; tried `default`, `pulse`. Write a sound file with `kindly render … \
        -o FILE`, name a device with `--device`, or ask `kindly doctor` what is there.
        """)
  }

  @Test func `each error says what was seen and what to do`() {
    let errors: [LoudspeakerError] = [
      .noDevice(tried: ["default"]), .unknownDevice("hw:9"), .busy(device: "hw:0", holder: "music"),
      .busy(device: "hw:0", holder: nil), .refused(device: "hw:0"), .unsuitable(device: "hw:0"),
      .lost(device: "hw:0", seconds: 60),
      .trouble(device: "hw:0", call: "snd_pcm_open", reason: "Invalid argument"),
    ]
    for error in errors {
      #expect(error.body.hasSuffix(".") && error.hint.hasSuffix("."))
    }
    #expect(LoudspeakerError.busy(device: "hw:0", holder: "music").body.contains("by music"))
    #expect(LoudspeakerError.unsuitable(device: "hw:0").hint.contains("plughw:0"))
  }
}
