import KindlyBase
import KindlyLanguage
import KindlyMessages

extension Choosing {
  /// What to show before the next line is typed: what there is to say, the choices, and the question.
  public func lines() -> [String] {
    let list = showsChoices && !choices.isEmpty ? choices + [""] : []
    return (answer.isEmpty ? [] : [answer, ""]) + (step == .over ? [] : list + question)
  }

  /// What is said once, before the first question.
  public var opening: [String] { lines(.choosingOpens) + [""] }

  private var choices: [String] {
    switch step {
    case .themes:
      lines(.themes)
        + themes.enumerated().map { index, theme in
          numbered(index, theme.title + (theme.summary.isEmpty ? "" : ": " + theme.summary))
        }
    case .wishes(let theme):
      [visible(themes[theme].title)]
        + themes[theme].wishes.enumerated().map { index, wish in
          let words = Message.isChosen(wish.words).text(in: interface)
          return numbered(index, chosen.contains(wish) ? words : wish.words)
        }
    case .review:
      lines(.yourWishes(chosen.count))
        + chosen.enumerated().map { index, wish in numbered(index, wish.words) }
        + (chosen.count > 4 ? [""] + lines(.manyWishes(chosen.count)) : [])
    case .adjusting(let wish, let line):
      [wording(chosen[wish].lines[line])]
    case .writing, .over: []
    }
  }

  private var question: [String] {
    switch step {
    case .themes: lines(chosen.isEmpty ? .whichTheme : .whichThemeOrDone)
    case .wishes: lines(.whichWishes)
    case .review: lines(.whatNow)
    case .writing: lines(.writeWish)
    case .adjusting: lines(.yourWording)
    case .over: []
    }
  }

  /// `you: May you be safe.`, with the listener's word for whom it is spoken to or of.
  private func wording(_ line: WrittenWish.Line) -> String {
    (line.role.map { Message.wordingOf($0.rawValue).text(in: interface) + ": " } ?? "> ")
      + visible(line.words)
  }

  private func lines(_ message: Message) -> [String] {
    message.text(in: interface).split(separator: "\n").map(String.init)
  }

  private func numbered(_ index: Int, _ text: String) -> String {
    let number = String(index + 1)
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + visible(text)
  }
}
