/// What the stage between written and spoken words knows of a language.
struct SaidLanguage: Sendable {
  /// The first part of its BCP 47 tag.
  var code: String
  /// Its rules; empty where the engine is left to read numbers and signs by itself.
  var table: SaidTable
  /// How it says numbers; nil where the engine does.
  var numbers: (any NumberWords)?
  /// Letters outside ASCII that its narrators say inside a word.
  var letters: Set<Unicode.Scalar>
  /// Those that they also say alone, as French "à".
  var loneLetters: Set<Unicode.Scalar>
  /// The nearest letters where they are not the same without their marks: "ṣ" is "sh".
  var near: [Unicode.Scalar: String]
  /// Marks between thousands.
  var thousands: Set<Unicode.Scalar>
  /// The mark before decimals.
  var decimal: Unicode.Scalar
  /// Scripts that it is written in, by the first letters of Unicode's names; empty for any.
  var scripts: [Script]

  /// A block of letters of one script.
  enum Script: Sendable, Hashable {
    case latin
    case devanagari
  }

  /// The language of a BCP 47 tag.
  static func of(tag: String) -> SaidLanguage {
    switch tag.split(separator: "-").first?.lowercased() {
    case "en": english
    case "de": german
    case "es": spanish
    case "fr": french
    case "hi": hindi
    case let code: other(code ?? "")
    }
  }

  private static let english = SaidLanguage(
    code: "en", table: SaidTable(SaidTable.english), numbers: EnglishNumbers(),
    letters: set("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿß"), loneLetters: set("à"),
    near: near("š sh ş sh ś sh ṣ sh ž zh č ch ć ch ṛ ri ṝ ri ḷ l þ th ð th œ oe ŋ ng ñ ny"),
    thousands: [","], decimal: ".", scripts: [.latin])
  private static let german = SaidLanguage(
    code: "de", table: SaidTable(SaidTable.german), numbers: GermanNumbers(),
    letters: set("àáâãäåæçèéêëìíîïòóôõöøùúûüýÿß"), loneLetters: set("äöü"),
    near: near("š sch ş sch ś sch ṣ sch ž sch č tsch ć tsch ṛ ri ṝ ri œ ö ñ nj þ th ð d ŋ ng"),
    thousands: [".", "'", " "], decimal: ",", scripts: [.latin])
  private static let spanish = SaidLanguage(
    code: "es", table: SaidTable(SaidTable.spanish), numbers: SpanishNumbers(),
    letters: set("àáâãäåèéêëìíîïñòóôõöøùúûüýÿ"), loneLetters: set("ó"),
    near: near("š s ş s ś s ṣ s ž y č ch ć ch ṛ ri ṝ ri æ e œ e ç s ß s þ z ð d ŋ n"),
    thousands: [".", " "], decimal: ",", scripts: [.latin])
  private static let french = SaidLanguage(
    code: "fr", table: SaidTable(SaidTable.french), numbers: FrenchNumbers(),
    letters: set("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿœ"), loneLetters: set("àô"),
    near: near("š ch ş ch ś ch ṣ ch ž j č tch ć tch ṛ ri ṝ ri æ é ñ gn ß ss þ th ð d ŋ ng"),
    thousands: [" ", "."], decimal: ",", scripts: [.latin])
  private static let hindi = SaidLanguage(
    code: "hi", table: SaidTable(SaidTable.hindi), numbers: nil, letters: [], loneLetters: [],
    near: near("š sh ş sh ś sh ṣ sh ž zh č ch ć ch ṛ ri ṝ ri œ oe þ th ð th ŋ ng"),
    thousands: [","], decimal: ".", scripts: [.devanagari, .latin])

  /// A language that has no table: its own letters are not known, so only those that no living
  /// language but Vietnamese has are changed.
  private static func other(_ code: String) -> SaidLanguage {
    SaidLanguage(
      code: code, table: SaidTable(""), numbers: nil, letters: common, loneLetters: common,
      near: [:],
      thousands: [], decimal: ".", scripts: [])
  }

  private static let common: Set<Unicode.Scalar> = Set(
    (0xC0...0x24F).lazy.compactMap { Unicode.Scalar($0 as UInt32) })

  /// Whether all letters are left to the engine.
  var saysAllLetters: Bool { scripts.isEmpty && ["vi", "yo", "ig"].contains(code) }

  private static func set(_ letters: String) -> Set<Unicode.Scalar> {
    Set(letters.unicodeScalars).union(letters.uppercased().unicodeScalars)
  }

  /// Pairs of a letter and what is near it.
  private static func near(_ pairs: String) -> [Unicode.Scalar: String] {
    let words = pairs.split(separator: " ")
    var near: [Unicode.Scalar: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let letter = words[index].unicodeScalars.first else { continue }
      near[letter] = String(words[index + 1])
    }
    return near
  }
}

extension SaidTable {
  /// Hindi: only signs; espeak-ng reads its numbers.
  static let hindi = """
    [signs]
    & = और
    % = प्रतिशत
    ‰ = प्रति हज़ार
    ° = डिग्री
    + = जमा
    = = बराबर
    @ = ऐट
    # = हैश
    § = अनुभाग
    € = यूरो
    $ = डॉलर
    £ = पाउंड
    ¥ = येन
    × = गुणा
    ÷ = भाग
    """
}
