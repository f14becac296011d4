import FoundationEssentials

extension JournalEntry {
  /// Reads one line of a journal; nil if it is damaged or of a later version that means something
  /// else by these names.
  init?(line: some Sequence<UInt8>) {
    guard let facts = try? JSONDecoder().decode(Facts.self, from: Data(line)), facts.v == 1,
      facts.seconds >= 0
    else { return nil }
    self.init(
      began: facts.began, title: facts.title, practice: facts.practice, day: facts.day,
      seconds: facts.seconds, length: facts.length, isWhole: facts.whole)
  }

  private struct Facts: Decodable {
    var v: Int
    var began: String
    var title: String
    var practice: String?
    var day: Int?
    var seconds: Int
    var length: Int?
    var whole: Bool
  }
}
