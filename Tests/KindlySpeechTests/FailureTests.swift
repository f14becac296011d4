import Glibc
import KindlyBase
import Testing

@testable import KindlySpeech
@Suite struct FailureTests {
  private func failure(_ text: String, in voice: Voice, of narrator: Narrator) -> SpeechFailure? {
    guard case .failure(let failure) = narrator.speak([SpeechRequest(text: text, voice: voice)])[0]
    else { return nil }
    return failure
  }

  private let narrator = Narrator(cache: nil, program: workerProgram)

  @Test func `a missing library is said with the line that installs it`() {
    let narrator = Narrator(
      cache: nil, program: workerProgram,
      espeak: EspeakInstallation(
        library: "/nowhere/libespeak-ng.so.1", data: EspeakInstallation.find().data))
    let failure = failure("May I be safe.", in: plain, of: narrator)
    guard case .engineMissing = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(failure?.sentence.hasPrefix("The speech program espeak-ng is not installed") == true)
    #expect(failure?.advice.contains("apt-get install") == true)
    #expect(failure?.isAboutText == false)
  }

  @Test func `missing or broken data is said`() {
    let folder = Folder()
    let library = EspeakInstallation.find().library
    let broken = folder.path + "/broken/espeak-ng-data"
    CacheFiles.makeFolder(broken)
    #expect([UInt8(0)].withUnsafeBytes { CacheFiles.write([$0], to: broken + "/phontab") })
    for data in [nil, folder.path + "/espeak-ng-data", broken] {
      let narrator = Narrator(
        cache: nil, program: workerProgram,
        espeak: EspeakInstallation(library: library, data: data))
      let failure = failure("May I be safe.", in: plain, of: narrator)
      guard case .dataMissing = failure else {
        Issue.record("\(data ?? "nowhere"): \(String(describing: failure))")
        continue
      }
    }
  }

  @Test func `a program that is no worker is said`() {
    for program in ["/nowhere/kindly", "/bin/true"] {
      let failure = failure(
        "May I be safe.", in: plain, of: Narrator(cache: nil, program: program))
      guard case .noWorker = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
  }

  @Test func `unknown voices and variants are errors with near names`() {
    #expect(
      failure("Hello.", in: voice("en-uss"), of: narrator)
        == .unknownVoice("en-uss", near: ["en-us"]))
    #expect(
      failure("Hello.", in: voice("en-us", variant: .named("Alicja")), of: narrator)
        == .unknownVariant("Alicja", near: ["Alicia"]))
    let hostile = String(repeating: "x", count: 60)
    #expect(
      failure("Hello.", in: voice("en-us", variant: .named(hostile)), of: narrator)
        == .unknownVariant(hostile, near: []))
    #expect(
      failure("Hello.", in: voice("../../etc/passwd"), of: narrator)
        == .unknownVoice("../../etc/passwd", near: []))
    let unknown = SpeechFailure.unknownVariant("Alicja", near: ["Alicia", "Alex"])
    #expect(unknown.advice == "Did you mean \"Alicia\" or \"Alex\"?")
  }

  @Test func `what cannot be said is said so`() {
    #expect(failure("—", in: plain, of: narrator) == .nothingToSay)
    #expect(failure("\u{202E}\u{200B}", in: plain, of: narrator) == .nothingToSay)
    let long = String(repeating: "word ", count: 5000)
    #expect(failure(long, in: plain, of: narrator) == .textTooLong(bytes: 25_000, most: 20_000))
  }

  @Test func `known killers are spoken or named, and the next phrase is right`() throws {
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    let expected = try narrator.speak([request])[0].get().samples
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let killers = [
      times("a.b.c.d.e.f.", 15), times("U.S.A.", 29), times("e.g.", 43), times("s'", 220),
      times("a.", 85), times("a.b.c. ", 29), times("x", isLong ? 18_000 : 500), times("é", 300),
      times("\u{202E}abc\u{202C} ", 60), "z" + times("\u{0335}\u{0336}", 2000) + "algo",
      "[[" + times("a@", 200), times("\u{1}\u{7F}\u{1B}[2Ja ", 50), times("<", 399) + "a",
      "<speak><audio src=\"/etc/passwd\"/></speak>", "<audio src='$(touch /tmp/owned)'/>",
      times("9", 100), times("1,", 80), times("-a", 150), times("🙏", 50), times("ａ", 100),
      times("क्ष", 60), times("\u{FFFD}", 300) + "a", "\u{0}\u{0}a", times("?!", 500) + "a",
    ]
    for killer in killers {
      let answers = narrator.speak([SpeechRequest(text: killer, voice: plain), request])
      if case .failure(let failure) = answers[0] {
        #expect(failure.isAboutText, "\(killer.prefix(20)): \(failure)")
        #expect(!failure.sentence.isEmpty && !failure.advice.isEmpty)
      }
      #expect(parting(expected, try answers[1].get().samples) == nil)
    }
  }

  @Test func `a worker that is ended is replaced`() throws {
    let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1)
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    let expected = try narrator.speak([request])[0].get().samples
    for _ in 0..<3 {
      let mine = narrator.workerProcesses
      #expect(mine.count == 1)
      for process in mine { kill(process, SIGKILL) }
      #expect(parting(expected, try narrator.speak([request])[0].get().samples) == nil)
    }
  }

  @Test func `a worker that hangs is ended and replaced`() throws {
    let patience = Patience(processor: 2_000, clock: 2_000)
    let narrator = Narrator(cache: nil, program: workerProgram, lanes: 1, patience: patience)
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    let expected = try narrator.speak([request])[0].get().samples
    let stopped = narrator.workerProcesses
    for process in stopped { kill(process, SIGSTOP) }
    #expect(failure(request.text, in: plain, of: narrator) == .engineHung(seconds: 2))
    #expect(parting(expected, try narrator.speak([request])[0].get().samples) == nil)
    #expect(narrator.workerProcesses != stopped)
  }
}
