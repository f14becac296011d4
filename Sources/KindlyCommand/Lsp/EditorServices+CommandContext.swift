import Kindly
import KindlyAuthoring
import KindlyLanguage
import KindlyLanguageServer
import KindlyLibrary
import KindlyStudio

extension EditorServices {
  /// What the library and the listener's profile know, and the loudspeaker.
  init(_ context: CommandContext, played: PlayedFile) {
    self.init()
    let library = context.library
    names = { KnownNames(of: library, profile: try? context.profile().tree) }
    path = { reference, text in Self.path(of: reference, in: text, library) }
    play = { path, line in played.play(path, line: line) }
    stop = { played.stop() }
  }

  /// The path of a file that a text names, beside it or in a folder of the library. What is built in has
  /// none.
  private static func path(
    of reference: FileReference, in text: String, _ library: Library
  ) -> String? {
    let slash = text.lastIndex(of: "/")
    let folder = slash.map { $0 == text.startIndex ? "/" : String(text[..<$0]) }
    guard let kind = reference.kind.flatMap({ Kind(rawValue: $0.rawValue) }) else {
      return try? library.soundFile(reference.name, by: folder)
    }
    if kind == .background, reference.name.contains(".") {
      return try? library.soundFile(reference.name, by: folder)
    }
    guard let found = try? library.named(reference.name, kind, by: folder),
      found.origin != .builtIn
    else { return nil }
    return found.source.path
  }
}
