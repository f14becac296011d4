import Glibc
import Testing

@testable import KindlySpeech

/// What a worker's answers and a failure's words come to.
@Suite struct AnswerTests {
  private let folder = Folder()

  /// A program that greets as a worker does and then answers each worker's first phrase so.
  private func worker(answering bytes: [UInt8]) throws -> String {
    let path = folder.path + "/worker"
    func octal(_ bytes: [UInt8]) -> String {
      bytes.map {
        "\\" + String(repeating: "0", count: $0 < 8 ? 2 : $0 < 64 ? 1 : 0) + String($0, radix: 8)
      }
      .joined()
    }
    var greeting = WireWriter()
    for number in [8, 22_050, 0] { greeting.put(Int32(number)) }
    let script = """
      #!/bin/sh
      printf '\(octal(greeting.bytes))\(octal(bytes))' >&3
      exec cat <&3
      """
    try #require(Array(script.utf8).withUnsafeBytes { CacheFiles.write([$0], to: path) })
    try #require(chmod(path, 0o700) == 0)
    return path
  }

  private func failure(answering numbers: [Int]) throws -> SpeechFailure? {
    var answer = WireWriter()
    for number in numbers { answer.put(Int32(number)) }
    let narrator = Narrator(
      cache: nil, program: try worker(answering: answer.bytes), lanes: 1,
      patience: Patience(processor: 5_000))
    let request = SpeechRequest(text: "May I be safe.", voice: plain)
    guard case .failure(let failure) = narrator.speak([request])[0] else { return nil }
    return failure
  }

  @Test func `an answer that is cut short is said`() throws {
    let short = SpeechFailure.noWorker(reason: "its answer was cut short")
    #expect(try failure(answering: [4, 0]) == short)
    // It tells of a thousand samples and has none.
    #expect(try failure(answering: [20, 0, 0, 0, 0, 1_000]) == short)
  }

  @Test func `a message of no possible length ends the talk`() throws {
    let over = SpeechFailure.noWorker(reason: "it ended while it spoke")
    #expect(try failure(answering: [-1]) == over)
    #expect(try failure(answering: [64 << 20]) == over)
  }

  @Test func `what espeak-ng's worker tells of itself becomes the failure`() throws {
    #expect(
      try failure(answering: [20, 2, 3_000, 0, 0, 0]) == .engineHung(seconds: 3))
    #expect(try failure(answering: [20, 3, 0, 0, 0, 0]) == .soundTooLong(seconds: 300))
    guard case .unknownVoice = try failure(answering: [20, 4, 0, 0, 0, 0]) else {
      Issue.record("a voice that is unknown is told")
      return
    }
    #expect(try failure(answering: [20, 5, 7, 0, 0, 0]) == .engineRefused(code: 7))
  }

  @Test func `a phrase comes through as it was sent, and is none when it is cut`() throws {
    var phrase = EspeakPhrase(
      text: "慈悲", voice: "en-us", rate: 170, pitch: 50, range: 40, volume: 100, wordGap: 3,
      patience: Patience(processor: 2_000, clock: 7_000))
    phrase.asksForPhonemes = true
    let message = phrase.message
    #expect(EspeakPhrase(message: message) == phrase)
    for count in 0..<message.count {
      #expect(EspeakPhrase(message: Array(message.prefix(count))) == nil)
    }
  }

  @Test(
    arguments: [
      .engineMissing(reason: "gone"), .dataMissing(reason: "gone"),
      .unknownVoice("xx", near: []), .unknownVariant("xx", near: ["a", "b", "c"]), .nothingToSay,
      .textTooLong(bytes: 2, most: 1), .soundTooLong(seconds: 300), .engineDied(signal: 0),
      .engineDied(signal: 11), .engineHung(seconds: 2), .engineRefused(code: 7),
      .noWorker(reason: "gone"), .silent, .programMissing(name: "piper", install: nil),
      .programMissing(name: "piper", install: "apt-get install piper"),
      .modelMissing(path: "/m"),
      .programFailed(name: "piper", how: .notStarted(errno: 2), lastWords: ""),
      .programFailed(name: "piper", how: .left(code: 3), lastWords: "no model"),
      .programFailed(name: "piper", how: .ended(signal: 11), lastWords: ""),
      .programHung(name: "piper", seconds: 9), .programSilent(name: "piper"),
      .programGarbled(name: "piper", reason: "odd"),
      .recordingUnreadable(path: "/r.wav", reason: "odd"),
    ] as [SpeechFailure])
  func `every failure says what was seen in a sentence, and one thing to do`(
    failure: SpeechFailure
  ) {
    #expect(failure.sentence.hasSuffix(".") || failure.sentence.hasSuffix("no model"))
    #expect(failure.sentence.first?.isUppercase == true || failure.sentence.hasPrefix("espeak-ng"))
    #expect(failure.advice.count > 10)
    #expect(!failure.sentence.contains("(\"") && !failure.advice.contains("Optional"))
  }
}
