import Glibc
import KindlyFiles
import KindlySound
import Testing

@testable import KindlySpeech

/// What is kept on the disk, damaged in every way while it is in use.
@Suite struct DamageTests {
  private let folder = Folder()

  private var clipFile: String {
    (CacheFiles.names(in: folder.path + "/clips") ?? []).first.map {
      folder.path + "/clips/" + $0
    } ?? ""
  }

  /// Truncates a file, overwrites it in place, flips a bit, or takes it away.
  private func damage(_ path: String, _ random: inout some RandomNumberGenerator) {
    let size = CacheFiles.status(of: path).map { Int($0.st_size) } ?? 0
    let file = open(path, O_RDWR)
    defer { close(file) }
    var byte = UInt8.random(in: 0...255, using: &random)
    let place = off_t(Int.random(in: 0..<max(1, size), using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: ftruncate(file, place)
    case 1: unlink(path)
    case 2:
      let noise = [UInt8](repeating: byte, count: 10_000)
      pwrite(file, noise, noise.count, place)
    default:
      pread(file, &byte, 1, place)
      byte ^= 1 << UInt8.random(in: 0..<8, using: &random)
      pwrite(file, &byte, 1, place)
    }
  }

  @Test func `whatever happens to a kept clip, all of it is heard`() throws {
    let narrator = Narrator(cache: folder.path, program: workerProgram, lanes: 1)
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    let spoken = try narrator.speak([request])[0].get()
    let right = spoken.samples
    let path = clipFile
    let good = try #require(CacheFiles.read(path, most: 1 << 24))
    var random = SystemRandomNumberGenerator()
    #expect(spoken.clip.fill())
    for round in 0..<(isLong ? 1000 : 60) {
      damage(path, &random)
      // In memory: nothing of it is heard.
      #expect(parting(spoken.clip.withSamples(Array.init), right) == nil, "\(round)")
      spoken.clip.empty()
      #expect(spoken.clip.withSamples(Array.init).allSatisfy { $0 == 0 })
      // Spoken again, in the same place.
      #expect(spoken.clip.fill())
      #expect(parting(spoken.clip.withSamples(Array.init), right) == nil, "\(round)")
      #expect(CacheFiles.read(path, most: 1 << 24) == good)
    }
  }

  @Test func `a damaged clip that can't be spoken any more is silent, and tried once`() throws {
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    func clip(_ program: String) throws -> Clip {
      try Narrator(cache: folder.path, program: program, lanes: 1).speak([request])[0].get().clip
    }
    #expect(try clip(workerProgram).fill())
    let lost = try clip("/nowhere")
    #expect(CacheFiles.write([], to: clipFile))
    #expect(!lost.fill())
    #expect(lost.withSamples(Array.init).allSatisfy { $0 == 0 })
    #expect(lost.copied() == nil)
    // Two who need it: it stays until the second has given it back.
    let shared = try clip(workerProgram)
    #expect(shared.fill() && shared.fill())
    shared.empty()
    #expect(shared.isFilled)
    shared.empty()
    #expect(!shared.isFilled)
  }

  @Test func `links of espeak-ng's data that are gone or lead elsewhere are made again`() throws {
    func speak(_ text: String) -> Bool {
      let narrator = Narrator(cache: folder.path, program: workerProgram, lanes: 1)
      let request = SpeechRequest(text: text, voice: breathy)
      if case .success = narrator.speak([request])[0] { return true }
      return false
    }
    #expect(speak("May I be safe."))
    let name = try #require(
      CacheFiles.names(in: folder.path)?.first { $0.hasPrefix("espeak-") })
    let data = folder.path + "/" + name + "/espeak-ng-data"
    unlink(data + "/phontab")
    unlink(data + "/en_dict")
    symlink("/etc/passwd", data + "/en_dict")
    #expect(speak("May I be glad."))
    CacheFiles.remove(data + "/voices")
    #expect(speak("May I be well."))
    #expect(CacheFiles.status(of: data + "/phontab") != nil)
    ClipCache(folder: folder.path).clear()
    #expect(CacheFiles.names(in: folder.path) == [])
    #expect(speak("May I be at ease."))
  }

  @Test func `nothing beside a recording is opened, and a link in its path is refused`() throws {
    let path = folder.path + "/words.wav"
    #expect(Array("no sound".utf8).withUnsafeBytes { CacheFiles.write([$0], to: path) })
    mkfifo(folder.path + "/._words.wav", 0o600)
    symlink(folder.path, folder.path + "/way")
    let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)
    func answer(_ path: String) -> Result<SpokenClip, SpeechFailure> {
      let voice = Voice(name: "own", language: "en", engine: .recording(path))
      return narrator.speak([SpeechRequest(text: "Words.", voice: voice)])[0]
    }
    guard case .failure(.recordingUnreadable(path, let said)) = answer(path) else {
      Issue.record("text was read as a recording")
      return
    }
    #expect(said == "it is no WAV, FLAC, Ogg or MP3 file")
    let linked = folder.path + "/way/words.wav"
    guard case .failure(.recordingUnreadable(linked, let reason)) = answer(linked) else {
      Issue.record("a recording behind a link was read")
      return
    }
    #expect(reason.hasPrefix("a link leads to it"))
  }

  @Test func `a worker that speaks has given up what it can`() throws {
    let narrator = Narrator(cache: folder.path, program: workerProgram, lanes: 1)
    _ = try narrator.speak([SpeechRequest(text: "May I be safe.", voice: breathy)])[0].get()
    let process = try #require(narrator.workerProcesses.first)
    let file = try OpenFile.reading("/proc/\(process)/status")
    let status = String(
      decoding: try OpenFile.bytes(of: file.descriptor, most: 1 << 16), as: UTF8.self)
    #expect(status.contains("NoNewPrivs:\t1"))
    // A sanitizer's own calls would be refused too.
    #expect(status.contains("Seccomp:\t2") || status.contains("Seccomp:\t0"))
  }
}
