extension DataReader {
  /// What a key says of its value.
  enum Role {
    case words, heading, pause, milliseconds, bell, time, end, type, length, note
    case fact(Labels.Fact)
  }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = [:]
    func add(_ words: String, _ role: Role) {
      for word in words.split(separator: " ") { roles[String(word)] = role }
    }
    add(
      "text say says speech spoken speak content contents line lines words script narration voiceover "
        + "prompt message sentence sentences phrase phrases instruction instructions guidance body "
        + "transcript utterance dialogue ssml wort worte sagen anleitung decir texto guion guión "
        + "palabras frase frases instrucción texte dire paroles instruction पाठ वाक्य "
        + "affirmation affirmations mantra opening closing",
      .words)
    add(
      "heading section chapter header stage phase part abschnitt sección partie kapitel", .heading)
    add(
      "pause pauses pauseafter pausebefore pausesec pauseseconds pausesecs silence silenceafter "
        + "silenceseconds wait waitafter delay delayafter break rest hold gap stille warten silencio "
        + "pausa espera attente विराम मौन after",
      .pause)
    add(
      "pausems silencems delayms waitms breakms pausemilliseconds pauseafterms durationms gapms ms "
        + "milliseconds",
      .milliseconds)
    add("bell bells gong chime glocke campana cloche घंटी", .bell)
    add("at time start starttime timestamp begin offset from zeit inicio début startat", .time)
    add("end endtime stop until to ende fin", .end)
    add("type kind action role cue event typ tipo step", .type)
    add("duration length seconds sec secs dauer duración durée lasts", .length)
    return roles
  }()

  private static let lengths = ["duration", "length", "dauer"]
  private static let seconds = ["sec", "secs", "seconds", "sekunden"]

  /// Whether the name of a number says what it counts: such a number is never left out.
  static func namesUnit(_ key: String) -> Bool {
    let key = key.lowercased()
    return lengths.contains(where: key.contains)
      || key.split { !$0.isLetter }.last.map { Vocabulary.all.units[String($0)] != nil } ?? false
  }

  static func role(of key: String) -> Role {
    // Most keys are written as they stand in the table.
    if let role = roles[key] { return role }
    let folded = key.lowercased().filter { $0.isLetter }
    if let role = roles[folded] { return role }
    if let fact = Labels.facts[key.lowercased()] { return .fact(fact) }
    if lengths.contains(where: folded.hasPrefix), seconds.contains(where: folded.hasSuffix) {
      return .length
    }
    if folded.hasSuffix("ms"), folded.contains("pause") || folded.contains("silence") {
      return .milliseconds
    }
    if folded.contains("pause") || folded.contains("silence") { return .pause }
    if folded.hasSuffix("text") || folded.hasSuffix("script") || folded.hasPrefix("text") {
      return .words
    }
    return .note
  }
}
