package import KindlyBase

/// Something to tell a listener, written once in every language of the program.
///
/// The messages themselves are in `Catalogue`. One that lacks a language does not compile; that all of
/// them tell the same values is checked wherever one is made in a debug build, and by the tests.
package struct Message: Sendable, Hashable {
  private let english: Wording
  private let german: Wording
  private let spanish: Wording
  /// Where it is shown.
  package let room: Room

  /// Where a message is shown.
  package enum Room: Sendable, Hashable {
    /// Between others, or wrapped between words: of any length.
    case text
    /// On a line of its own, or on several, each of 78 columns at most.
    case line
  }

  /// A message that is wrapped where it is too long for a line.
  package init(_ english: Wording, de german: Wording, es spanish: Wording) {
    self.init(.text, english, german, spanish)
  }

  /// A message that is never longer than a line of a terminal.
  package init(line english: Wording, de german: Wording, es spanish: Wording) {
    self.init(.line, english, german, spanish)
  }

  private init(_ room: Room, _ english: Wording, _ german: Wording, _ spanish: Wording) {
    self.room = room
    self.english = english
    self.german = german
    self.spanish = spanish
    assert(disagreement == nil, disagreement ?? "")
  }

  /// The message in a language.
  package func text(in language: InterfaceLanguage) -> String {
    wording(in: language).text(in: language)
  }

  /// What is wrong where the languages do not tell the same values; nil where they do.
  package var disagreement: String? {
    let values = InterfaceLanguage.allCases.map { wording(in: $0).values }
    return values.allSatisfy { $0 == values[0] }
      ? nil : "\(text(in: .english)): the languages tell other values: \(values)"
  }

  private func wording(in language: InterfaceLanguage) -> Wording {
    switch language {
    case .english: english
    case .german: german
    case .spanish: spanish
    }
  }
}
