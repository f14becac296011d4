import Foundation

/// Writes the pages of the manual as Markdown, from their drafts, the documentation and the program.
///
/// `kindly --experimental-dump-help | manual PACKAGE OUT`: PACKAGE is the folder of the package,
/// OUT the folder for the pages. `Sources/Packaging/manual` turns them into roff.
@main struct Manual {
  static func main() {
    do {
      guard CommandLine.arguments.count == 3 else {
        throw Mistake("kindly --experimental-dump-help | manual PACKAGE OUT")
      }
      let package = URL(filePath: CommandLine.arguments[1])
      let out = URL(filePath: CommandLine.arguments[2])
      let help = try JSONDecoder().decode(
        Help.self, from: FileHandle.standardInput.readDataToEndOfFile())
      try write(package: package, to: out, help.command)
    } catch {
      FileHandle.standardError.write(Data("manual: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func write(package: URL, to out: URL, _ program: Command) throws {
    let drafts = package.appending(path: "Sources/KindlyManual/Pages")
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts.path).sorted()
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    for name in names where name.hasSuffix(".md") {
      let draft = try String(contentsOf: drafts.appending(path: name), encoding: .utf8)
      var page = Page(program: program, package: package)
      do {
        let text = try page.text(from: draft)
        try Data(text.utf8).write(to: out.appending(path: name))
      } catch let mistake as Mistake {
        throw Mistake("\(name): \(mistake)")
      }
    }
  }
}

/// Why a page cannot be written: a draft and the program no longer agree.
struct Mistake: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
