import Foundation
import Testing

/// What is opened only when it is needed may be missing, and takes nothing else with it.
@Suite(.besideOthers) struct LateLibraryTests {
  private func program(without library: String) throws -> Program {
    let program = try Program()
    try program.spoil(library: library)
    return program
  }

  @Test func `without libsndfile WAV is written, and other formats say what to install`() throws {
    let program = try program(without: "libsndfile.so.1")
    #expect(try program.run("bells", "ring", "mokugyo", "-o", "a.wav").code == 0)
    let refused = try program.run("bells", "ring", "mokugyo", "-o", "a.flac")
    #expect(refused.code == 69)
    #expect(refused.errors.contains("sudo apt-get install libsndfile1"))
    let fitted = try program.run("bells", "fit", "a.wav", "-o", "a.bell")
    #expect(fitted.code == 66)
    #expect(fitted.errors.contains("apt-get install --reinstall libsndfile1"))
    for name in ["a.flac", "a.bell"] {
      #expect(!FileManager.default.fileExists(atPath: program.folder + "/" + name))
    }
  }

  @Test(arguments: ["opus": "libopus.so.0", "ogg": "libvorbisenc.so.2", "mp3": "libmp3lame.so.0"])
  func `without an encoder its format says what to install`(ending: String, library: String) throws
  {
    let program = try program(without: library)
    let refused = try program.run("bells", "ring", "mokugyo", "-o", "a.\(ending)")
    #expect(refused.code == 69)
    #expect(refused.errors.contains("sudo apt-get install lib"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/a.\(ending)"))
  }

  @Test func `without libpng a bell is shown, and a picture says what to install`() throws {
    let program = try program(without: "libpng16.so.16")
    let outcome = try program.run("bells", "show", "mokugyo", "--picture", "a.png")
    #expect(outcome.code == 69 && outcome.output.hasPrefix("Mokugyo\n"))
    #expect(outcome.errors.contains("apt-get install libpng16-16"))
    #expect(!FileManager.default.fileExists(atPath: program.folder + "/a.png"))
  }

  @Test func `without libsystemd a bell is played`() throws {
    let program = try program(without: "libsystemd.so.0")
    // Without words: espeak-ng is linked with that library on some machines.
    try program.write("Title: Bell\n\n[bell mokugyo]\n[silence 3s]\n", to: "a.practice")
    let device = try program.hastyDevice(alone: true)
    let outcome = try program.run("play", "a.practice", "--device", device, "--quiet")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome)")
  }
}
