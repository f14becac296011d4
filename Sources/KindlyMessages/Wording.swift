package import KindlyBase

/// A message in one language: words, and values that are written as the language writes them.
///
///     "Chosen: \(3)."   "\(2, "minute", "minutes")"   "next is \(title)."   "about \(number: 2.5)"
package struct Wording: Sendable, Hashable, ExpressibleByStringInterpolation {
  private let pieces: [Piece]

  fileprivate enum Piece: Sendable, Hashable {
    case words(String)
    /// A name, a title, words of somebody else: never translated, safe on a terminal.
    case name(String)
    /// The same between quotation marks.
    case quoted(String)
    /// A whole number and what there are so many of.
    case count(Int, one: String, other: String)
    /// Words that depend on a number which they do not name.
    case plural(Int, one: String, other: String)
    case number(Double, digits: Int)
    case time(Frames)
    /// A day as `2026-11-23`.
    case date(String)
    case message(Message)
  }

  package init(stringLiteral words: String) { pieces = [.words(words)] }

  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { pieces.append(.words(words)) }
    }

    /// A name as it is.
    package mutating func appendInterpolation(_ name: String) { pieces.append(.name(name)) }

    /// A name between the language's quotation marks.
    package mutating func appendInterpolation(quoted name: String) { pieces.append(.quoted(name)) }

    /// A whole number.
    package mutating func appendInterpolation(_ number: Int) {
      pieces.append(.number(Double(number), digits: 0))
    }

    /// A number and the word for one or for several: `1 minute`, `2 minutes`.
    package mutating func appendInterpolation(_ count: Int, _ one: String, _ other: String) {
      pieces.append(.count(count, one: one, other: other))
    }

    /// The words for one or for several, without the number.
    package mutating func appendInterpolation(for count: Int, _ one: String, _ other: String) {
      pieces.append(.plural(count, one: one, other: other))
    }

    /// A number with at most so many digits behind the language's decimal sign.
    package mutating func appendInterpolation(number: Double, digits: Int = 1) {
      pieces.append(.number(number, digits: digits))
    }

    /// A time as a clock shows it: `3:07`.
    package mutating func appendInterpolation(_ time: Frames) { pieces.append(.time(time)) }

    /// A day, given as `2026-11-23`.
    package mutating func appendInterpolation(date: String) { pieces.append(.date(date)) }

    /// Another message inside this one.
    package mutating func appendInterpolation(_ message: Message) {
      pieces.append(.message(message))
    }
  }

  /// The text, its values written as `language` writes them.
  func text(in language: InterfaceLanguage) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .name(let name): visible(name)
      case .quoted(let name): language.quotation(of: visible(name))
      case .count(let count, let one, let other):
        "\(count) " + (language.isOne(count) ? one : other)
      case .plural(let count, let one, let other): language.isOne(count) ? one : other
      case .number(let number, let digits): language.digits(of: number, most: digits)
      case .time(let time): time.clock
      case .date(let day): language.date(day)
      case .message(let message): message.text(in: language)
      }
    }.joined()
  }

  /// The values it tells, in an order that does not depend on the language.
  var values: [String] {
    pieces.compactMap { piece in
      switch piece {
      case .words, .plural: nil
      case .name(let name): "name \(name)"
      case .quoted(let name): "quoted \(name)"
      case .count(let count, _, _): "number \(Double(count))"
      case .number(let number, _): "number \(number)"
      case .time(let time): "time \(time.count)"
      case .date(let day): "date \(day)"
      case .message(let message): "message \(message.text(in: .english))"
      }
    }.sorted()
  }
}
