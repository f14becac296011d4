import KindlyImport
import KindlyLanguage

/// Imports the bytes as a script, whatever notation they are in.
///
/// Nothing may trap, no word may be lost, and the practice must have no error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  do throws(ImportProblem) {
    let made = try imported(Source(path: "input.txt", bytes: bytes))
    let practice = Source(path: "imported.practice", text: made.text)
    precondition(!read(practice: practice).hasErrors, "what was imported has errors")
  } catch {
    if case .wordsLost(let words) = error { preconditionFailure("words are lost: \(words)") }
  }
  return 0
}
