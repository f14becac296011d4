import KindlyCompiler
import KindlyLanguage
import Testing

/// `kindly check --explain` knows every code, and its examples show what they say.
@Suite struct `Explanations` {
  @Test(arguments: ComposingCode.allCases)
  func `every code has a page that shows a report`(code: ComposingCode) {
    #expect(Explanation.everything.filter { $0.code == code.rawValue }.count == 1)
    #expect((code.explanation.example == nil) == (code.sample != nil))
    if let sample = code.sample { #expect(sample.code == code.rawValue) }
  }

  @Test(arguments: ComposingCode.allCases)
  func `an example has the problem, and fixed it has not`(code: ComposingCode) throws {
    let page = code.explanation
    var desk = Desk()
    desk.practices["settling"] = "Settle."
    if let example = page.example { #expect(desk.codes(example).contains(code.rawValue)) }
    if let fixed = page.fixed { #expect(desk.codes(fixed) == []) }
  }
}

extension Desk {
  /// The codes of everything that is told about a practice.
  fileprivate func codes(_ text: String) -> [String] {
    let source = Source(path: "test.practice", text: text)
    let practice = PracticeText(source: source, script: read(practice: source).tree)
    do {
      return try KindlyCompiler.compose(
        practice, order: order, in: resolver, meter: Sitting.Meter()
      ).warnings.map(
        \.code)
    } catch {
      return error.diagnostics.map(\.code)
    }
  }
}
