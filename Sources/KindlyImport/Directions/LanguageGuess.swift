/// Recognises the language of a text by its letters and its most frequent words.
enum LanguageGuess {
  /// The language's tag; nil where there are too few words to tell.
  static func language(of text: some Sequence<Scalar>) -> String? {
    var scripts: [String: Int] = [:]
    var latin = 0
    var counts: [String: Int] = [:]
    var word = String.UnicodeScalarView()
    var words = 0
    func finish() {
      guard !word.isEmpty else { return }
      words += 1
      let written = String(word).lowercased()
      for tag in byWord[written] ?? [] { counts[tag, default: 0] += 1 }
      word = String.UnicodeScalarView()
    }
    for scalar in text {
      guard scalar.isLetter else {
        finish()
        continue
      }
      if scalar.value < 0x250 {
        latin += 1
      } else if let tag = script(of: scalar) {
        scripts[tag, default: 0] += 1
      }
      if word.count < 20 { word.append(scalar) }
      if words > 20_000 { break }
    }
    finish()
    if let (tag, count) = scripts.max(by: { $0.value < $1.value }), count * 2 > latin {
      return byLetters(tag, scripts)
    }
    return best(of: counts, words: words)
  }

  private static func best(of counts: [String: Int], words: Int) -> String? {
    let ranked = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = ranked.first, words > 0 else { return nil }
    let second = ranked.count > 1 ? ranked[1].value : 0
    // Few words tell little: one more than the next is enough where they are many.
    guard first.value > second, first.value * 12 >= words || first.value >= 3 else { return nil }
    return first.key
  }

  private static func byLetters(_ tag: String, _ scripts: [String: Int]) -> String {
    // Japanese is written with Chinese signs as well.
    if tag == "zh", let kana = scripts["ja"], kana * 10 > scripts["zh"] ?? 0 { return "ja" }
    return tag
  }

  /// A language that a letter alone tells, or the most common one of its script.
  private static func script(of scalar: Scalar) -> String? {
    switch scalar.value {
    case 0x370...0x3FF: "el"
    case 0x400...0x52F: "ru"
    case 0x531...0x58F: "hy"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF: "ar"
    case 0x900...0x97F: "hi"
    case 0x980...0x9FF: "bn"
    case 0xA00...0xA7F: "pa"
    case 0xA80...0xAFF: "gu"
    case 0xB80...0xBFF: "ta"
    case 0xC00...0xC7F: "te"
    case 0xC80...0xCFF: "kn"
    case 0xD00...0xD7F: "ml"
    case 0xD80...0xDFF: "si"
    case 0xE00...0xE7F: "th"
    case 0x10A0...0x10FF: "ka"
    case 0xAC00...0xD7AF: "ko"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF: "zh"
    default: nil
    }
  }

  private static let byWord: [String: [String]] = {
    var byWord: [String: [String]] = [:]
    for words in Vocabulary.known {
      let own = words.frequent.union(words.address).union(words.pause).union(words.units.keys)
      for word in own where word.unicodeScalars.count > 1 || words.frequent.contains(word) {
        byWord[word, default: []].append(words.tag)
      }
    }
    for (tag, words) in others {
      for word in Vocabulary.set(words) { byWord[word, default: []].append(tag) }
    }
    return byWord
  }()

  /// Languages that are told from those above, so that they are not taken for them.
  private static let others: [String: String] = [
    "it":
      "di che il la e per non un una sono con del della nel respiro tuo tua le gli lo si ora senti "
      + "corpo anche come più lascia pausa respira è alla dei",
    "pt":
      "de que o a e do da em um uma para com não os as no na se por mais seu sua você respire agora "
      + "corpo ao como está sinta pausa deixe respiração à",
    "nl":
      "de het een en van in je dat is op te zijn met voor niet aan er naar je jouw adem nu voel "
      + "lichaam als uit ook wat door laat rust pauze",
    "sv":
      "och att det i en på är som för med din du av den till inte om andas kroppen känn nu låt paus",
    "da":
      "og at det i en på er som for med din du af den til ikke om ånde kroppen mærk nu lad pause",
    "nb":
      "og at det i en på er som for med din du av den til ikke om pust kroppen kjenn nå la pause",
    "pl":
      "i w na się z do to że nie jest twój twoje oddech teraz poczuj ciało jak po od dla pozwól",
    "tr": "ve bir bu da de için ile nefes şimdi sen senin ne gibi daha bedenin hisset olarak çok",
    "cs": "a se na je v to že dech teď tvé tělo jak pro ale po nech vnímej si tvůj",
    "fi": "ja on se ei että hengitä nyt kehosi anna sinun tämä niin tunne kun oman",
    "ro": "și de la în a un o pe cu nu care este respirația acum corpul tău simte mai prin să",
    "hu": "a az és hogy nem egy van most lélegzet tested érezd meg is a te csak",
    "id": "dan yang di ini itu untuk dengan anda napas sekarang tubuh rasakan pada tidak dari",
  ]
}
