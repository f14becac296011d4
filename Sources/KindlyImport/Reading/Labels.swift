/// Words before a colon, in all languages whose directions are understood.
enum Labels {
  /// What a line of facts such as `Length: 10 min` says.
  enum Fact: Sendable, Hashable {
    case title, length, author, language, summary, other
  }

  /// Keys of facts about a script, in lower case.
  static let facts: [String: Fact] = {
    var facts: [String: Fact] = [:]
    func add(_ words: String, _ fact: Fact) {
      for word in words.split(separator: ",") { facts[String(word).trimmedBlanks] = fact }
    }
    add("title, titel, título, titulo, titre, शीर्षक, name", .title)
    add(
      "length, duration, time, total time, total duration, running time, dauer, länge, gesamtdauer, "
        + "duración, duracion, durée, duree, अवधि, runtime, estimated duration, approximate length",
      .length)
    add(
      "author, by, written by, autor, autorin, autora, auteur, auteure, von, लेखक, credit", .author)
    add("language, lang, sprache, idioma, lengua, langue, भाषा", .language)
    add(
      "summary, description, beschreibung, descripción, résumé, zusammenfassung, resumen", .summary)
    add(
      """
      voice, voice direction, voice style, voiceover, music, background music, background, \
      background sound, ambience, sound, sounds, props, materials, equipment, category, level, style, \
      tone, pace, pacing, speed, audience, target audience, tags, keywords, date, version, theme, \
      themes, intention, posture, source, credits, word count, words, wordcount, format, file, \
      filename, file name, audio, audio file, status, id, series, episode, day, week, session, \
      type, technique, tradition, purpose, goal, focus, objective, difficulty, setting, copyright, \
      license, notes, note, recording notes, production notes, director's note, teacher's note, \
      slug, draft, narrator, speaker, wpm, estimated words, revision, contact, draft date, \
      stimme, musik, hintergrund, hintergrundmusik, material, stil, ton, tempo, zielgruppe, datum, \
      thema, haltung, quelle, wortzahl, wörter, datei, hinweis, anmerkung, kategorie, sprecher, \
      sprecherin, voz, música, fondo, materiales, nivel, estilo, tono, fecha, tema, postura, fuente, \
      palabras, archivo, nota, notas, categoría, objetivo, objetivos, velocidad, ritmo, pausas, \
      ziel, zweck, geschwindigkeit, objectif, objectifs, vitesse, voix, musique, fond, matériel, niveau, style, ton, \
      date, thème, posture, source, mots, fichier, remarque, catégorie, आवाज़, संगीत, नोट
      """, .other)
    return facts
  }()

  /// Facts that are nothing else, wherever they stand.
  static let certain: Set<String> = [
    "word count", "wordcount", "background music", "voice direction", "voice style", "file",
    "filename", "file name", "audio file", "recording notes", "production notes", "director's note",
    "teacher's note", "estimated duration", "total time", "total duration", "hintergrundmusik",
    "wortzahl", "copyright", "license", "running time", "target audience", "keywords", "tags",
    "note", "notes", "note to self", "hinweis", "anmerkung", "nota", "notas", "remarque", "नोट",
    "music", "musik",
    "música", "musique", "duration", "dauer", "duración", "durée", "estimated words",
  ]

  /// Before the script itself: nothing of their own is said.
  static let script: Set<String> = [
    "text", "script", "transcript", "the script", "full script", "meditation script", "skript",
    "guion", "guión", "texto", "texte", "narration", "content",
  ]

  /// Who speaks.
  static let speakers: Set<String> = [
    "teacher", "narrator", "guide", "speaker", "host", "voice", "instructor", "facilitator",
    "leader",
    "reader", "therapist", "voiceover", "voice over", "vo", "meditation guide",
    "meditation teacher",
    "coach", "lehrer", "lehrerin", "sprecher", "sprecherin", "erzähler", "erzählerin", "stimme",
    "anleitung", "narrador", "narradora", "guía", "maestro", "maestra", "profesor", "profesora",
    "instructora", "voz", "narrateur", "narratrice", "enseignant", "enseignante", "voix",
    "instructeur", "instructrice", "शिक्षक", "वक्ता", "गुरु", "मार्गदर्शक", "narration",
  ]

  /// What is heard and not spoken.
  static let sounds: Set<String> = [
    "sfx", "fx", "sound", "sound effect", "music", "audio", "cue", "bell", "action", "pause",
    "silence", "musik", "klang", "ton", "sonido", "música", "son", "musique", "stille", "silencio",
    "ध्वनि", "संगीत",
  ]

  /// The words of headings under which nothing is spoken.
  static let asides: Set<String> = [
    "notes", "note", "credits", "references", "sources", "license", "attribution", "metadata",
    "materials", "timing", "purpose", "overview", "guidelines", "equipment", "production",
    "copyright", "acknowledgements", "acknowledgments", "disclaimer", "bibliography", "contents",
    "setup", "usage", "breakdown", "hinweise", "notizen", "quellen", "anmerkungen", "impressum",
    "material", "notas", "fuentes", "créditos", "materiales", "remarques", "crédits", "matériel",
    "tips", "specifications", "specs", "टिप्पणी", "tts", "summary", "zusammenfassung", "resumen",
    "résumé", "métadonnées", "metadatos", "metadaten",
  ]

  /// The label of a line such as `TEACHER (softly): Sit down.`: its name, what stands in parentheses
  /// after it, and the index after the colon.
  static func label(
    in text: ArraySlice<Scalar>
  ) -> (name: String, aside: String, after: Int)? {
    guard let first = text.first, first.isLetter || first.digit != nil else { return nil }
    // Most lines have none.
    guard text.prefix(60).contains(where: { $0 == ":" || $0 == "：" }) else { return nil }
    var name: [Scalar] = []
    var aside: [Scalar] = []
    var depth = 0
    for index in text.indices.prefix(60) {
      let scalar = text[index]
      switch scalar {
      case "(", "[", ")", "]":
        depth += scalar == "(" || scalar == "[" ? 1 : -1
        divide(&name)
        divide(&aside)
      case ":" where depth == 0, "：" where depth == 0:
        let after = index + 1
        let isTime =
          after < text.endIndex && text[after].digit != nil && name.last?.digit != nil
        let isAddress = after < text.endIndex && text[after] == "/"
        let written = name.trimmed
        guard !isTime, !isAddress, !written.isEmpty, written.count <= 32,
          written.count(where: \.isBlank) < 4, written.contains(where: \.isLetter)
        else { return nil }
        return (written.text, aside.trimmed.text, after)
      case _ where scalar.endsSentence && depth == 0 && scalar != ".", ",", ";", "\"", "“":
        return nil
      case MarkedText.cue: return nil
      default: if depth > 0 { aside.append(scalar) } else { name.append(scalar) }
      }
    }
    return nil
  }

  /// A blank behind words, so that what stands on both sides of a bracket stays two words.
  private static func divide(_ words: inout [Scalar]) {
    if let last = words.last, !last.isBlank { words.append(" ") }
  }

  /// The value of a length such as `10-12 minutes`, `12 min`, `00:12:00`, in milliseconds.
  static func length(_ value: String) -> Int? {
    let tokens = DirectionToken.tokens(of: value.scalars[...])
    let isAbout = { (token: DirectionToken) in
      token == .mark("~") || token == .mark("≈") || token == .word("about")
        || token == .word("approx") || token == .mark(".") || token == .word("approximately")
        || token == .word("ca") || token == .word("etwa") || token == .word("environ")
    }
    let rest = Array(tokens.drop(while: isAbout))
    if case .clock(let time)? = rest.first, rest.count == 1 { return time > 0 ? time : nil }
    let words = Vocabulary.all
    guard let (amount, next) = AmountReader(tokens: rest, words: words).amount(at: 0),
      next >= rest.count - 1, amount.unit != .breath
    else { return nil }
    let middle = (amount.low + amount.high) / 2
    return middle > 0 ? middle : nil
  }

  /// A language by its tag or its name.
  static func language(_ value: String) -> String? {
    let word = String(value.lowercased().prefix { $0.isLetter || $0 == "-" })
    if let tag = languages[word] { return tag }
    let parts = value.split { $0 == "-" || $0 == "_" }
    guard let primary = parts.first, primary.utf8.count == 2 || primary.utf8.count == 3,
      value.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x5F || Scalar($0).isLetter || $0 & 0xF0 == 0x30 }
      ),
      value.utf8.count <= 11
    else { return nil }
    return value.replacing("_", with: "-")
  }

  private static let languages: [String: String] = [
    "english": "en", "german": "de", "deutsch": "de", "spanish": "es", "español": "es",
    "french": "fr", "français": "fr", "hindi": "hi", "हिन्दी": "hi", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
    "swedish": "sv", "danish": "da", "polish": "pl", "russian": "ru", "turkish": "tr",
    "englisch": "en", "inglés": "en", "anglais": "en", "alemán": "de", "allemand": "de",
    "spanisch": "es", "französisch": "fr", "japanese": "ja", "chinese": "zh", "korean": "ko",
  ]
}
