import KindlyBase
import Testing

@testable import KindlyConsole

@Suite struct PreparationScreenTests {
  @Test func `the picture says which phrase is spoken, of how many`() {
    var screen = PreparationScreen(title: "Metta")
    #expect(screen.sentence == "Preparing")
    (screen.done, screen.all) = (11, 43)
    #expect(screen.lines(width: 40, height: 20).contains(" Speaking 12 of 43"))
    screen.done = 43
    #expect(screen.sentence == "Speaking 43 of 43")
    screen.language = .german
    #expect(screen.sentence == "Spreche 43 von 43")
  }

  @Test func `it fits any window, and a title can't harm a terminal`() {
    var screen = PreparationScreen(title: "A \u{1b}[31mred\u{202e} title")
    screen.all = 5
    for (width, height) in [(80, 24), (10, 3), (3, 1), (2, 1), (40, 0)] {
      let lines = screen.lines(width: width, height: height)
      #expect(lines.count <= height)
      #expect(lines.allSatisfy { $0.count <= width && !$0.contains("\u{1b}") })
    }
  }
}
