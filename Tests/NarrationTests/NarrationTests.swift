import Glibc
import Narration
import Sound
import Testing

/// The built worker program, which lies beside the program that runs the tests.
let workerProgram: String = {
  var path = [CChar](repeating: 0, count: 4096)
  let count = max(0, readlink("/proc/self/exe", &path, path.count))
  let own = String(decoding: path.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return own.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/SpeakWorker"
}()

let plain = Voice(
  name: "plain", language: "en-US", engine: .espeak(EspeakVoice(voice: "en-us", pitch: 5)))

@Suite struct NarrationTests {
  @Test func `a line becomes a clip`() throws {
    let narrator = Narrator(cache: nil, program: workerProgram)
    let spoken = try narrator.speak([SpeechRequest(text: "May I be safe.", voice: plain)])[0].get()
    #expect(spoken.clip.count > 30_000)
    #expect(spoken.clip.samples.contains { abs($0) > 0.05 })
  }

  @Test func `an author can read how a line will sound, respellings included`() throws {
    let narrator = Narrator(cache: nil, program: workerProgram)
    let plainly = try narrator.phonemes(
      of: SpeechRequest(text: "May I be at ease. Tears.", voice: plain))
    #expect(plainly?.hasSuffix("ˈiːz tˈɪɹz") == true)
    let tearing = SpeechRequest(
      text: "Tears.", voice: plain, pronunciations: [Respelling(word: "tears", spoken: "tares")])
    #expect(try narrator.phonemes(of: tearing) == "tˈɛɹz")
    #expect(throws: SpeechFailure.nothingToSay) {
      try narrator.phonemes(of: SpeechRequest(text: "---", voice: plain))
    }
  }
}
