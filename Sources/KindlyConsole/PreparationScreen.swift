package import KindlyBase
import KindlyMessages

/// The picture while a session is still being made.
package struct PreparationScreen: Sendable, Hashable {
  /// The practice's title.
  package var title: String
  /// How many phrases are spoken.
  package var done = 0
  /// How many there are; 0 before the first is asked for.
  package var all = 0
  /// The language of everything but the title.
  package var language: InterfaceLanguage

  /// A picture of which nothing is known but the title.
  package init(title: String, language: InterfaceLanguage = .english) {
    self.title = title
    self.language = language
  }

  /// What is going on, in a few words.
  package var sentence: String {
    let message: Message = all > 0 ? .speaking(min(done + 1, all), of: all) : .preparing
    return message.text(in: language)
  }

  /// The picture in at most `height` lines of at most `width` columns.
  package func lines(width: Int, height: Int) -> [String] {
    guard width > 2, height > 0 else { return [] }
    let whole = [
      "", title.visible, "", sentence, "", Message.preparingHint.text(in: language),
    ]
    let chosen = height >= whole.count ? whole : [sentence]
    return chosen.map { $0.isEmpty ? "" : " " + $0.fitted(to: width - 2) }
  }
}
