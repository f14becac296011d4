import Foundation
import Testing

@testable import KindlyLanguage

/// The files of a folder of the package, with one ending.
func packageFiles(in folder: String, ending: String) -> [Source] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: folder)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
  return names.filter { $0.hasSuffix("." + ending) }.sorted().compactMap { name in
    (try? Data(contentsOf: root.appending(path: name))).map {
      Source(path: folder + "/" + name, bytes: Array($0))
    }
  }
}

@Test func `every practice, course and phrase set of the library reads without a word`() {
  var read = 0
  for (folder, ending) in [
    ("Sessions", "practice"), ("Sessions/Courses", "course"), ("Sessions/Phrases", "phrases"),
  ] {
    for source in packageFiles(in: folder, ending: ending) {
      let diagnostics =
        switch ending {
        case "practice": KindlyLanguage.read(practice: source).diagnostics
        case "course": KindlyLanguage.read(course: source).diagnostics
        default: KindlyLanguage.read(phrases: source).diagnostics
        }
      read += 1
      #expect(diagnostics.isEmpty, "\n\(Report(on: source).drawing(of: diagnostics))")
    }
  }
  #expect(read >= 20)
}
