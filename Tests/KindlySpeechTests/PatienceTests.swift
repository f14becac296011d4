import Glibc
import KindlyBase
import KindlyTestDevices
import Testing

@testable import KindlySpeech

/// A worker that gets no processor is waited for; one that spins or hangs is ended.
@Suite struct PatienceTests {
  /// A narrator whose engine does what its text says.
  private func narrator(_ patience: Patience) throws -> Narrator {
    Narrator(
      cache: nil, program: workerProgram, lanes: 1,
      espeak: EspeakInstallation(
        library: try TestDevice.engine.library, data: EspeakInstallation.find().data),
      patience: patience)
  }

  /// A worker that is a script of the shell.
  private func worker(_ script: String, in folder: Folder) throws -> String {
    let path = folder.path + "/worker"
    try #require(
      Array("#!/bin/sh\n\(script)\n".utf8).withUnsafeBytes { CacheFiles.write([$0], to: path) })
    try #require(chmod(path, 0o700) == 0)
    return path
  }

  private func failure(_ text: String, of narrator: Narrator) -> SpeechFailure? {
    guard case .failure(let failure) = narrator.speak([SpeechRequest(text: text, voice: plain)])[0]
    else { return nil }
    return failure
  }

  @Test(.timeLimit(.minutes(1)))
  func `an engine that spins is ended by the time it had, and the next text is spoken`() throws {
    // By the clock it may take ten minutes.
    let narrator = try narrator(Patience(processor: 1_000, clock: 600_000))
    #expect(failure("Let it spin.", of: narrator) == .engineHung(seconds: 1))
    #expect(failure("Rest.", of: narrator) == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `an engine that sleeps is ended by the clock, and the next text is spoken`() throws {
    // Of the processor it may have ten minutes.
    let narrator = try narrator(Patience(processor: 600_000, clock: 3_000))
    #expect(failure("Let it hang.", of: narrator) == .engineHung(seconds: 3))
    #expect(failure("Rest.", of: narrator) == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a worker that is kept from the processor is waited for`() throws {
    let patience = Patience(processor: 500, clock: 50_000)
    let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1, patience: patience)
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    let expected = try narrator.speak([request])[0].get().samples
    let worker = try #require(narrator.workerProcesses.first)
    kill(worker, SIGSTOP)
    // Three times its patience, by the clock.
    let going = try #require(popen("sleep 1.5; kill -CONT \(worker)", "r"))
    #expect(parting(expected, try narrator.speak([request])[0].get().samples) == nil)
    #expect(narrator.workerProcesses == [worker])
    pclose(going)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a worker speaks where files may hold but a few bytes`() throws {
    let folder = Folder()
    let path = try worker("ulimit -f 8; exec \(workerProgram) \"$@\"", in: folder)
    let narrator = Narrator(cache: nil, program: path, lanes: 1)
    #expect(failure("May I be safe.", of: narrator) == nil)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a worker that spins before it says a word is ended`() throws {
    let folder = Folder()
    let path = try worker("while :; do :; done", in: folder)
    let narrator = Narrator(
      cache: nil, program: path, lanes: 1, patience: Patience(processor: 500, clock: 600_000))
    #expect(
      failure("May I be safe.", of: narrator) == .noWorker(reason: "it did not answer"))
  }
}
