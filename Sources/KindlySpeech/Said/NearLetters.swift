// Canonical decomposition is in the standard library, under this name only.
@_spi(_Unicode) import Swift

/// The nearest plain letters for those that a narrator would spell out: "ṇ" is n, "ễ" is e, "ł" is l.
enum NearLetters {
  /// Plain letters for a letter; nil for one that has none, such as those of other scripts.
  static func plain(_ scalar: Unicode.Scalar) -> String? {
    if let known = special[scalar] { return known }
    let parts = Array(String(Character(scalar))._nfd)
    guard parts.count > 1, let base = parts.first else { return nil }
    if base.isASCII { return String(Character(base)) }
    return special[base]
  }

  /// Letters of their own that no decomposition makes plain, as pairs.
  private static let special: [Unicode.Scalar: String] = {
    let pairs = """
      æ ae Æ Ae ø o Ø O œ oe Œ Oe ß ss ẞ S ð d Ð D þ th Þ Th đ d Đ D ħ h Ħ H ı i ĸ k ŀ l Ŀ L ł l Ł L
      ŉ n ŋ ng Ŋ Ng ŧ t Ŧ T ſ s ƀ b Ɓ B Ƃ B ƃ b Ƅ b ƅ b Ɔ O Ƈ C ƈ c Ɖ D Ɗ D Ƌ D ƌ d ƍ d Ǝ E Ə A Ɛ E
      Ƒ F ƒ f Ɠ G Ɣ G ƕ hv Ɩ I Ɨ I Ƙ K ƙ k ƚ l ƛ l Ɯ M Ɲ N ƞ n Ɵ O Ƣ Oi ƣ oi Ƥ P ƥ p Ʀ R Ƨ S ƨ s Ʃ Sh
      ƪ sh ƫ t Ƭ T ƭ t Ʈ T Ʊ U Ʋ V Ƴ Y ƴ y Ƶ Z ƶ z Ʒ Zh Ƹ Zh ƹ zh ƺ zh ƻ dz Ƽ S ƽ s ƾ ts ƿ w ǀ t ǁ l
      ǂ t ǃ k ǝ e Ǥ G ǥ g Ƕ Hv Ƿ W Ȝ Y ȝ y Ƞ N ȡ d Ȣ Ou ȣ ou Ȥ Z ȥ z ȴ l ȵ n ȶ t ȷ j ȸ db ȹ qp Ⱥ A Ȼ C
      ȼ c Ƚ L Ⱦ T ȿ s ɀ z Ɂ ' ɂ ' Ƀ B Ʉ U Ʌ A Ɇ E ɇ e Ɉ J ɉ j Ɋ Q ɋ q Ɍ R ɍ r Ɏ Y ɏ y ẚ a ẜ s ẝ s ẟ d
      Ỻ Ll ỻ ll Ỽ V ỽ v Ỿ Y ỿ y ɐ a ɑ a ɒ o ɓ b ɔ o ɕ sh ɖ d ɗ d ə e ɛ e ɜ e ɟ j ɠ g ɡ g ɢ g ɣ g ɤ o
      ɥ y ɦ h ɨ i ɪ i ɫ l ɬ l ɭ l ɯ u ɱ m ɲ ny ɳ n ɴ n ɵ o ɸ f ɹ r ɻ r ɽ r ɾ r ʀ r ʁ r ʂ sh ʃ sh ʈ t
      ʉ u ʊ u ʋ v ʌ a ʍ w ʎ ly ʏ y ʐ zh ʒ zh ʔ ' ʕ '
      """
    let words = pairs.split { $0 == " " || $0 == "\n" }
    var table: [Unicode.Scalar: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let letter = words[index].unicodeScalars.first else { continue }
      table[letter] = String(words[index + 1])
    }
    // Digraphs in one letter come here as two, by their compatibility forms.
    return table
  }()
}
