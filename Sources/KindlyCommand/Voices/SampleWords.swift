import KindlyLanguage

/// Words to judge a voice by, in languages that have them.
enum SampleWords {
  /// A sentence or two in a language; nil where there are none.
  static func words(in language: String) -> String? {
    let tag = language.lowercased()
    let primary = tag.prefix { $0 != "-" }
    return byLanguage[tag] ?? byLanguage[String(primary)]
  }

  private static let byLanguage = [
    "ar": "لعلّي أكون في أمان. لعلّي أعيش في سلام.",
    "ca": "Que estigui segur. Que visqui en pau.",
    "cmn": "愿我平安。愿我安详。",
    "cs": "Kéž jsem v bezpečí. Kéž žiji v míru.",
    "da": "Må jeg være tryg. Må jeg leve i fred.",
    "de": "Möge ich in Sicherheit sein. Möge ich in Frieden leben.",
    "el": "Είθε να είμαι ασφαλής. Είθε να ζω με γαλήνη.",
    "en": "Let your body find a way of sitting that is kind to it. May I be safe.",
    "es": "Que yo esté a salvo. Que yo viva en paz.",
    "fi": "Olkoon minulla hyvä olla. Saanko elää rauhassa.",
    "fr": "Puissé-je être en sécurité. Puissé-je vivre en paix.",
    "hi": "मैं सुरक्षित रहूँ। मैं शांति से जीऊँ।",
    "hu": "Legyek biztonságban. Éljek békében.",
    "it": "Che io sia al sicuro. Che io viva in pace.",
    "ja": "わたしが安らかでありますように。",
    "ko": "내가 평안하기를. 내가 평화롭게 살기를.",
    "nb": "Må jeg være trygg. Må jeg leve i fred.",
    "nl": "Moge ik veilig zijn. Moge ik in vrede leven.",
    "pl": "Obym był bezpieczny. Obym żył w pokoju.",
    "pt": "Que eu esteja em segurança. Que eu viva em paz.",
    "ro": "Să fiu în siguranță. Să trăiesc în pace.",
    "ru": "Пусть я буду в безопасности. Пусть я живу в мире.",
    "sv": "Må jag vara trygg. Må jag leva i frid.",
    "tr": "Güvende olayım. Huzur içinde yaşayayım.",
    "uk": "Нехай я буду в безпеці. Нехай я живу в мирі.",
    "zh": "愿我平安。愿我安详。",
  ]

  /// Words as a practice has them: no sign of the language is left in them.
  static func escaped(_ words: String) -> String {
    words.map { "\\[]{}#>/<*()".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
