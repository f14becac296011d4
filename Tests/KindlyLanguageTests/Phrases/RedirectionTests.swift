import KindlyLanguage
import Testing

/// Every wish of the table below, toward everybody it is written out for.
@Suite struct RedirectionTests {
  @Test(arguments: RedirectionTable.cases)
  func `a wish is directed as the table says`(line: RedirectionTable.Line) throws {
    let (addressee, start) = try #require(RedirectionTable.recipients[line.recipient])
    var mention = start
    let wish = try addressee.wish([.text(line.wish)], mention: &mention)
    #expect(wish == [.text(line.expected)])
  }

  @Test func `the table holds at least 150 cases`() {
    #expect(RedirectionTable.cases.count >= 150)
  }
}
