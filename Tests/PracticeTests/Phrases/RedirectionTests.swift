import Practice
import Testing

@Suite struct RedirectionTests {
  @Test func `the first word that can carries the name, later ones the pronoun`() throws {
    let rosa = Addressee([Someone(.friend, name: "Rosa", pronoun: .she)], person: .third)
    var mention = Mention.first
    let wish = try rosa.wish([.text("May I be at home in my body.")], mention: &mention)
    #expect(wish == [.text("May Rosa be at home in her body.")])
    #expect(mention == .later)
  }
}
