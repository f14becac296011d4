import KindlyLanguage

/// Reads the bytes as a file of some kind, draws the report, and formats what has no error.
///
/// Nothing may trap, formatting twice must change nothing, and the formatted file must have the same
/// tree.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  // One kind a run, so that a run stays short; the length of the input chooses.
  let kinds: [FileKind] = [
    .practice, .practice, .course, .phrases, .voice, .bell, .background, .profile,
  ]
  let kind = kinds[count % kinds.count]
  let source = Source(path: "input." + kind.rawValue, bytes: bytes)
  let report = Report(on: source)
  for diagnostic in diagnostics(of: source, as: kind).prefix(3) {
    _ = report.drawing(of: diagnostic)
  }
  checkFormat(of: source, as: kind)
  return 0
}

private func checkFormat(of source: Source, as kind: FileKind) {
  guard let once = formatted(source, as: kind) else { return }
  let again = Source(path: source.path, text: once)
  precondition(formatted(again, as: kind) == once, "formatting twice changes the file")
  switch kind {
  case .voice, .bell, .background, .profile: break
  case .phrases:
    precondition(read(phrases: again).tree == read(phrases: source).tree, "another tree")
  case .course:
    precondition(read(course: again).tree == read(course: source).tree, "another tree")
  default:
    precondition(read(practice: again).tree == read(practice: source).tree, "another tree")
  }
}
