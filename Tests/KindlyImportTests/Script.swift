import KindlyLanguage
import Testing

@testable import KindlyImport

/// The practice that a script becomes.
func practice(
  of script: String, named name: String = "rain.txt", options: ImportOptions = ImportOptions()
) throws -> ImportedPractice {
  try imported(Source(path: name, text: script), options: options)
}

/// What follows the header of the practice that a script becomes, without the last line end.
func body(of script: String) throws -> String {
  let text = try practice(of: script).text
  let blank = try #require(text.firstRange(of: "\n\n"))
  return String(text[blank.upperBound...].dropLast())
}

/// The header of the practice that a script becomes.
func header(of script: String) throws -> String {
  let text = try practice(of: script).text
  let blank = try #require(text.firstRange(of: "\n\n"))
  return String(text[..<blank.lowerBound])
}

/// Fails with the report where a practice has errors.
func expectNoErrors(
  in text: String, of script: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let source = Source(path: "imported.practice", text: text)
  let errors = read(practice: source).diagnostics.filter { $0.severity == .error }
  #expect(
    errors.isEmpty, "\(script)\n----\n\(Report(on: source).drawing(of: errors))",
    sourceLocation: sourceLocation)
}

/// Numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
