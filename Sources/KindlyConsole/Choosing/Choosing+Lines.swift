import KindlyLanguage

extension Choosing {
  /// What to show before the next line is typed: what there is to say, the choices, and the question.
  public func lines() -> [String] {
    let list = showsChoices && !choices.isEmpty ? choices + [""] : []
    return (answer.isEmpty ? [] : [answer, ""]) + (step == .over ? [] : list + question)
  }

  /// What is said once, before the first question.
  public static let opening = [
    "Your own wishes. Three or four are traditional; say them in words that are yours.",
    "They stay on this machine, and nothing is changed before you say keep.", "",
  ]

  private var choices: [String] {
    switch step {
    case .themes:
      ["Themes"]
        + themes.enumerated().map { index, theme in
          numbered(index, theme.title + (theme.summary.isEmpty ? "" : ": " + theme.summary))
        }
    case .wishes(let theme):
      [visible(themes[theme].title)]
        + themes[theme].wishes.enumerated().map { index, wish in
          numbered(index, wish.words + (chosen.contains(wish) ? " (chosen)" : ""))
        }
    case .review:
      [chosen.count == 1 ? "Your wish" : "Your wishes"]
        + chosen.enumerated().map { index, wish in numbered(index, wish.words) }
        + (chosen.count > 4
          ? ["", "You have \(chosen.count); three or four are easier to hold."] : [])
    case .adjusting(let wish, let line):
      [visible(chosen[wish].lines[line].text)]
    case .writing, .over: []
    }
  }

  private var question: [String] {
    switch step {
    case .themes:
      [
        "Which theme? Its number; w to write your own; "
          + (chosen.isEmpty ? "" : "d to look at what you chose; ")
          + "q to leave everything as it is."
      ]
    case .wishes:
      [
        "Which wishes? Their numbers, such as 1 3; h 2 to hear one; r 2 to take one back;",
        "b for the other themes; d when you are done; q to leave everything as it is.",
      ]
    case .review:
      [
        "A number to change its wording; h to hear them, h 2 to hear one; r 2 to remove one;",
        "m for more; w to write your own; keep to keep these; q to leave everything as it was.",
      ]
    case .writing: ["Your wish, beginning with \"May I\" if you like. Enter alone goes back."]
    case .adjusting:
      ["Your wording? Enter leaves it as it is; h to hear it; b goes back."]
    case .over: []
    }
  }

  private func numbered(_ index: Int, _ text: String) -> String {
    let number = String(index + 1)
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + visible(text)
  }
}
