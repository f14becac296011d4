import ArgumentParser
import KindlyLibrary
import KindlyLanguage

/// `kindly phrases edit`: the listener's profile in their own editor, read again afterwards.
struct EditPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open your profile, with your wishes, in your editor.")

  func run() throws {
    let file = ProfileFile(in: try Folders.ofUser())
    do {
      if try file.source() == nil { try file.replace(with: Profile.template) }
    } catch let problem as StateFileProblem {
      throw Failure(problem)
    } catch let problem as TextFileProblem {
      throw Failure(problem)
    }
    try Editor.open(file.path)
    try CommandContext().tellProfileWarnings()
  }
}
