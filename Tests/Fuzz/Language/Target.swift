import Practice

/// Reads the bytes as every kind of file, draws each report, and formats what has no error: nothing
/// may trap, formatting twice must change nothing, and the formatted file must have the same tree.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for kind in [FileKind.practice, .course, .phrases] {
    let source = Source(path: "input." + kind.rawValue, bytes: bytes)
    let diagnostics = problems(of: source, as: kind)
    let report = Report(on: source)
    for diagnostic in diagnostics.prefix(20) { _ = report.drawing(of: diagnostic) }
    checkFormat(of: source, as: kind)
  }
  _ = read(sheet: Source(path: "input.voice", bytes: bytes), keys: ["Name", "Rate"], rows: true)
  _ = imported(Source(path: "input.txt", bytes: bytes))
  return 0
}

private func problems(of source: Source, as kind: FileKind) -> [Diagnostic] {
  switch kind {
  case .course: read(course: source).diagnostics
  case .phrases: read(phrases: source).diagnostics
  default: read(practice: source).diagnostics
  }
}

private func checkFormat(of source: Source, as kind: FileKind) {
  guard let once = formatted(source, as: kind) else { return }
  let again = Source(path: source.path, text: once)
  precondition(formatted(again, as: kind) == once, "formatting twice changes the file")
  switch kind {
  case .phrases:
    precondition(read(phrases: again).tree == read(phrases: source).tree, "another tree")
  case .course:
    precondition(read(course: again).tree == read(course: source).tree, "another tree")
  default:
    precondition(read(practice: again).tree == read(practice: source).tree, "another tree")
  }
}
