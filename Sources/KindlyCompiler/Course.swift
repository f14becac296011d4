public import KindlyLanguage

/// A course: a practice whose sections are days, each compiled alone.
public struct Course: Sendable {
  /// Its text and tree.
  public var chapter: PracticeText
  /// Its days in order, counted from 1 in what people read.
  public var days: [Day]

  /// A day of a course.
  public struct Day: Sendable, Equatable {
    /// The heading's words, such as `Day 4: a friend`; of `Days 5 to 7: rest` three days are made,
    /// each with its own number.
    public var title: String
    /// The day as a practice: the course's header and first settings, then the day's own lines.
    public var script: Script
  }

  /// Divides a course into its days; none if it has no heading.
  ///
  /// Only settings count before the first heading. Reading a course reports anything else there, and
  /// moments of the practice (`until`, `at`), which have no place in a course.
  public init(_ chapter: PracticeText) {
    self.chapter = chapter
    let body = chapter.script.body
    let headings = body.indices.compactMap { start in
      body[start].heading.map { (start: start, words: $0) }
    }
    let settings = body[..<(headings.first?.start ?? body.endIndex)].filter(\.isSetting)
    let ends = headings.dropFirst().map(\.start) + [body.endIndex]
    days = zip(headings, ends).flatMap { heading, end in
      Self.titles(of: heading.words.value).map { title in
        var script = chapter.script
        let span = heading.words.span
        script.header.title = Located(title, at: span)
        // Values in a heading are filled in where it is the title as well.
        script.header.titleWords = title == heading.words.value.plainWords ? heading.words : nil
        script.body =
          settings + [.heading(Located([.text(title)], at: span))]
          + body[(heading.start + 1)..<end]
        return Day(title: title, script: script)
      }
    }
  }

  /// A day as a practice of its own, to be composed; nil outside of the course.
  ///
  /// - Parameter number: From 1.
  public func day(_ number: Int) -> PracticeText? {
    guard days.indices.contains(number - 1) else { return nil }
    return PracticeText(source: chapter.source, script: days[number - 1].script)
  }
}

extension Course {
  /// The title of a day, or one title for each of several: `Days 5 to 7: rest`.
  private static func titles(of heading: [Piece]) -> [String] {
    let title = heading.plainWords
    guard let days = DaysHeading(title) else { return [title] }
    return days.numbers.map { "Day \($0)\(days.rest)" }
  }

}

/// A heading that stands for several days: `Days 5 to 7: rest`, `Days 5-7`, `Days 5 and 6`.
struct DaysHeading {
  var numbers: ClosedRange<Int>
  /// What follows the numbers: `: rest`.
  var rest: String

  /// The most days that one heading may stand for.
  private static let limit = 366

  init?(_ title: String) {
    var text = Substring(title)
    guard text.prefix(5).lowercased() == "days " else { return nil }
    text = text.dropFirst(5).drop(while: \.isWhitespace)
    guard let first = Self.number(&text) else { return nil }
    text = text.drop(while: \.isWhitespace)
    guard let word = ["to", "and", "-", "–"].first(where: { text.lowercased().hasPrefix($0) })
    else { return nil }
    text = text.dropFirst(word.count).drop(while: \.isWhitespace)
    guard let last = Self.number(&text), first <= last, last - first < Self.limit else {
      return nil
    }
    numbers = first...last
    rest = String(text)
  }

  private static func number(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(digits.count)
    return digits.count > 5 ? nil : Int(digits)
  }
}

extension Node {
  fileprivate var isSetting: Bool {
    if case .cue(let cue) = self { cue.value.isSetting } else { false }
  }

  fileprivate var heading: Located<[Piece]>? {
    if case .heading(let heading) = self { heading } else { nil }
  }
}
