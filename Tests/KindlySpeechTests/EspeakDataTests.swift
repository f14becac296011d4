import Foundation
import Testing

@testable import KindlySpeech

/// The folder of links that espeak-ng is given.
@Suite struct EspeakDataTests {
  private let folder = NSTemporaryDirectory() + "kindly-data-\(UUID().uuidString)"

  /// A data folder of espeak-ng with two voices, one of which it has by its name as well.
  private func makeSystem() throws -> String {
    let system = folder + "/system"
    let files = [
      "phontab": "", "lang/gmw/en-US": "name English", "lang/roa/it": "name Italian",
      "voices/it": "name another",
    ]
    for (name, text) in files {
      let path = system + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return system
  }

  @Test func `a voice is found by its name, and what espeak-ng has there itself stays`() throws {
    let system = try makeSystem()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let data = try EspeakData(system: system, identity: "test", below: folder)
    let voices = data.home + "/espeak-ng-data/voices/"
    for name in ["en-US", "it"] {
      let file = try #require(EspeakNames(data: system).file(of: name))
      data.link(file)
      data.link(file)
    }
    let manager = FileManager.default
    #expect(
      try manager.destinationOfSymbolicLink(atPath: voices + "en-us") == system + "/lang/gmw/en-US")
    #expect(try manager.destinationOfSymbolicLink(atPath: voices + "it") == system + "/voices/it")
    // A link that leads elsewhere is made again.
    try manager.removeItem(atPath: voices + "en-us")
    try manager.createSymbolicLink(atPath: voices + "en-us", withDestinationPath: "/nowhere")
    data.link(try #require(EspeakNames(data: system).file(of: "en-us")))
    #expect(try String(contentsOfFile: voices + "en-us", encoding: .utf8) == "name English")
  }
}
