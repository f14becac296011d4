import ArgumentParser
import Glibc
import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary

/// `kindly voices edit`: a narrator changed by ear, in the listener's own folder.
struct VoicesEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit a narrator and hear it after each save.",
    discussion: """
      Works on a copy in your own folder, which then comes before the one that came with the program. \
      Delete the copy, and the other one is heard again.
      """)

  @Argument(
    help: "A narrator by name; 'kindly voices' lists them.",
    completion: .texts(.voice, andFiles: false))
  var voice: String

  @Option(
    help: "What to say after each save; a sentence of the narrator's language unless you give it.")
  var words: String?

  func run() throws {
    let path = try copy()
    try Editor.open(path) { speak() }
    do {
      _ = try CommandContext().composer.voice(named: voice)
    } catch {
      throw Failure(error)
    }
    Printer.note(path)
  }

  /// Says the sentence if the file has no problems; those are told when the editor is closed, which has
  /// the terminal now.
  private func speak() {
    let context = CommandContext()
    guard let narrator = try? context.composer.voice(named: voice).voice,
      let text = words ?? SampleWords.words(in: narrator.language)
    else { return }
    try? SampleVoice(name: voice, language: narrator.language, context: context)
      .speak(Script(saying: text, title: voice, language: narrator.language))
  }

  /// The listener's own file of that narrator, made from the other one if it isn't there.
  private func copy() throws -> String {
    let folder = try Folders.ofUser().data + "/" + Kind.voice.folder
    let context = CommandContext()
    let text: String
    do throws(LibraryProblem) {
      let found = try context.library.text(.voice, named: voice)
      if found.origin == .user { return found.source.path }
      text = String(decoding: found.source.bytes, as: UTF8.self)
    } catch {
      guard let derived = context.composer.derivedText(named: voice) else { throw Failure(error) }
      text = derived
    }
    let path = folder + "/" + voice + Kind.voice.ending
    do {
      try StateFile.makeFolder(folder)
    } catch {
      throw Failure(error)
    }
    do throws(AuthorFile.Refused) {
      try AuthorFile.create(path, with: text)
    } catch {
      throw Failure(.cannotCreate, error.sentence)
    }
    return path
  }
}
