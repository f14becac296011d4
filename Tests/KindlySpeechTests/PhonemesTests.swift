import KindlyBase
import KindlySpeech
import Testing

@Suite struct PhonemesTests {
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
