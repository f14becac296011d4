import Testing

@testable import KindlyLanguage

@Test func `every code has one page`() {
  let pages = Explanation.all.map(\.code)
  #expect(Set(pages).count == pages.count)
  for code in ProblemCode.allCases {
    #expect(Explanation.of(code.rawValue) != nil, "\(code.rawValue) has no page")
  }
}

@Test(arguments: Explanation.all.filter { ProblemCode(rawValue: $0.code) != nil })
func `an example has its problem, and the fixed one has none`(page: Explanation) {
  // These are found by the composer, which knows the people and languages.
  let isLater = ["phrase-verb", "phrase-wording", "value-agreement", "value-words"]
    .contains(page.code)
  if let example = page.example {
    let source = Source(path: "example." + page.kind.rawValue, text: example)
    let codes = diagnostics(of: source, as: page.kind).map(\.code)
    #expect(isLater ? codes.isEmpty : codes.contains(page.code), "\(page.code): \(codes)")
  }
  if let fixed = page.fixed {
    let source = Source(path: "example." + page.kind.rawValue, text: fixed)
    let told = diagnostics(of: source, as: page.kind)
    #expect(told.isEmpty, "\(Report(on: source).drawing(of: told))")
  }
}
