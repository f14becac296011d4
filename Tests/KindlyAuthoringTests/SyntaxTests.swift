import Foundation
import KindlyAuthoring
import Testing

@Suite struct `Syntax for editors` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Packaging/editors")

  /// RECORD=1 writes the files anew.
  @Test(arguments: SyntaxFile.all) func `the files are those of the tables`(file: SyntaxFile) throws
  {
    let place = Self.folder.appending(path: file.path)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: place)
    }
    #expect(try String(contentsOf: place, encoding: .utf8) == file.text)
  }
}
