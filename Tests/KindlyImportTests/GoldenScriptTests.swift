import Glibc
import KindlyLanguage
import Testing

@testable import KindlyImport

/// The folder with scripts in many notations, each beside the practice it becomes.
private let folder =
  #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Scripts"

private let names = [
  "captions", "chat", "dialogue", "french", "german", "hindi", "notes", "page", "prose",
  "screenplay",
  "sections", "sections-german", "segments", "spanish", "speech", "table", "times",
]

private func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// `RECORD=1` writes the practices anew; look at what changed before you keep them.
@Test(arguments: names)
func `a script becomes the practice that is kept beside it`(name: String) throws {
  let script = try #require(contents(of: "\(folder)/\(name).script"))
  let made = try imported(Source(path: name + ".script", text: script))
  let path = "\(folder)/\(name).practice"
  let text = made.text + "// " + made.account.sentence + "\n"
  if getenv("RECORD") != nil {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }
  #expect(text == contents(of: path))
}
