import KindlyCompiler
import KindlyTimeline
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import KindlySound
import Testing

@testable import Kindly

/// The narrators that come with the program.
@Suite struct NarratorTests {
  private static let library = Library(folders: nil)
  private static let tuned = [
    "bright", "calm", "calm-de", "calm-es", "calm-fr", "calm-hi", "clear", "plain", "warm",
  ]

  private static let sentences = [
    "en": [
      "Let your body find a way of sitting that is kind to it.",
      "Notice the places where you are held.", "Say each wish silently, after me.",
      "May I be safe.", "May I be peaceful.", "May I live with ease.",
      "Bring to mind somebody who has been good to you.",
      "There is nothing to do and nowhere to go.",
      "If the mind wanders, that is all right; begin again, gently.",
      "Feel the breath come in, and let it go out by itself.",
      "Let the words go, and stay with whatever is here.",
      "May all beings everywhere be well, and may they be at peace.",
    ],
    "de": [
      "Lass deinen Körper einen Platz finden, an dem er freundlich gehalten ist.",
      "Spüre die Stellen, an denen du getragen wirst.", "Möge ich sicher sein.",
      "Möge ich gesund sein und in Frieden leben.",
      "Denke an einen Menschen, der gut zu dir gewesen ist.",
      "Wenn die Gedanken wandern, ist das in Ordnung; beginne einfach von neuem.",
    ],
    "es": [
      "Deja que tu cuerpo encuentre una postura amable.",
      "Siente los lugares donde la tierra te sostiene.", "Que yo esté a salvo.",
      "Que yo viva en paz y con alegría.", "Piensa en una persona que ha sido buena contigo.",
      "Si la mente se va, no pasa nada; vuelve a empezar con suavidad.",
    ],
    "fr": [
      "Laissez votre corps trouver une posture qui lui fait du bien.",
      "Sentez les endroits où la terre vous porte.", "Puissé-je être en sécurité.",
      "Puissé-je vivre en paix et avec aisance.",
      "Pensez à une personne qui a été bonne pour vous.",
      "Si l'esprit s'égare, ce n'est pas grave; recommencez doucement.",
    ],
    "hi": [
      "अपने शरीर को आराम से बैठने दें।", "अपनी साँस को महसूस करें।", "मैं सुरक्षित रहूँ।",
      "मैं शांति और आनंद से जीऊँ।", "किसी ऐसे व्यक्ति को याद करें जो आपके लिए अच्छा रहा हो।",
      "अगर मन भटक जाए तो कोई बात नहीं, फिर से धीरे से शुरू करें।",
    ],
  ]

  @Test func `every voice file is without a problem`() throws {
    for name in Self.library.names(of: .voice) {
      let text = try Self.library.text(.voice, named: name)
      #expect(read(voice: text.source).diagnostics.isEmpty, "\(name)")
    }
  }

  @Test func `a language without a voice file is spoken with the usual timbre`() throws {
    let composer = Composer(
      library: Self.library, narrator: Narrator(cache: nil, program: Composer.testWorker))
    let text = "Title: Prova\nLanguage: it\nBell: none\n\nSenti il respiro.\n"
    let manuscript = composer.manuscript(
      LibraryText(
        name: "prova", kind: .practice, origin: .file,
        source: Source(path: "prova.practice", text: text), folder: nil))
    let composition = try composer.composition(of: manuscript)
    let voices = composition.timeline.events.compactMap { event -> String? in
      guard case .speech(let speech) = event.kind else { return nil }
      return speech.utterance.voice
    }
    #expect(voices == ["calm-it"])
    #expect(composition.notes.count == 1)
    let voice = try composer.voice(named: "calm-it").voice
    if case .espeak(let italian) = voice.engine,
      case .espeak(let spanish) = try composer.voice(named: "calm-es").voice.engine
    {
      #expect(italian.voice == "it")
      #expect(italian.variant == spanish.variant && voice.pronunciations.isEmpty)
    } else {
      Issue.record("calm-it is not one of espeak-ng's voices")
    }
    #expect(try composer.voice(named: "calm-de").voice.name == "Calm (German)")
    #expect(throws: LookupError.self) { try composer.voice(named: "calm-xx") }
    #expect(composer.derivedLanguages.contains("it") && !composer.derivedLanguages.contains("de"))
  }

  @Test(arguments: tuned)
  func `a voice is as fast as its file says, and slower and faster when asked`(
    name: String
  ) throws {
    let worker = Composer.testWorker
    let composer = Composer(library: Self.library, narrator: Narrator(cache: nil, program: worker))
    let voice = try composer.voice(named: name).voice
    let language = String(voice.language.prefix(2))
    let lines = try #require(Self.sentences[language])
    for pace in [1, 5.0 / 6, 6.0 / 5] {
      let requests = lines.map { SpeechRequest(text: $0, voice: voice, pace: pace) }
      var frames = 0
      for answer in composer.narrator.speak(requests) { frames += try answer.get().clip.count }
      let words = lines.reduce(0) { $0 + $1.split(separator: " ").count }
      let heard = Double(words) / Double(frames) * 48_000 * 60
      #expect(abs(heard / (voice.speed.wanted * pace) - 1) < 0.06, "\(name) at \(pace): \(heard)")
    }
  }
}

extension Composer {
  /// The built program, which lies beside the one that runs the tests, as its own worker.
  static var testWorker: String {
    let own = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return own.split(separator: "/").dropLast().reduce(own.hasPrefix("/") ? "" : ".") {
      $0 + "/" + $1
    } + "/kindly"
  }
}
