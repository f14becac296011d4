import ArgumentParser
import KindlyConsole
import Glibc
import KindlyLibrary
import KindlyLanguage
import KindlyMessages

/// `kindly phrases choose`: a calm dialogue in which the listener finds wishes of their own.
///
/// Lines in, lines out: nothing is drawn again, so there is no other form for screen readers or pipes.
struct ChoosePhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose", abstract: "Find wishes of your own, and hear them.")

  @Option(
    help: ArgumentHelp(
      "The language of the wishes: each has its own, such as de.", valueName: "language"))
  var language: LanguageTag?

  @Flag(help: "Plain sentences; the dialogue has no others.")
  var plain = false

  func run() throws {
    let context = CommandContext()
    let file = ProfileFile(in: try Folders.ofUser())
    let profile = try context.profile()
    let own = ownSet(of: profile.tree)
    let usual = own.map(\.writtenLanguage) ?? language(of: context.library)
    let language = self.language?.tag ?? usual
    let themes = themes(
      in: context.library, language: language ?? self.language(of: context.library))
    let start = Choosing(
      themes: themes,
      chosen: own?.wishes.map { WrittenWish($0, in: profile.source) } ?? [], language: language,
      interface: Interface.language)
    let voice = SampleVoice(
      name: profile.tree.voice?.value, language: language, context: context)
    guard let wishes = converse(from: start, speak: voice.speak) else { return }
    // The file may have been edited meanwhile; what is in it now is what keeps its notes.
    let latest = try context.profile().source
    let isNew = latest.bytes.isEmpty
    let text = Profile.text(
      of: isNew ? Source(path: latest.path, text: Profile.template) : latest, withWishes: wishes,
      in: language)
    do {
      try file.replace(with: text)
    } catch {
      throw Failure(error)
    }
    Printer.note(Message.wishesKept(in: file.path))
    for wish in wishes { Printer.result(visible(wish.words)) }
  }

  /// The wishes that are there to begin with: those of the language that was asked for, or of the
  /// program's, or the first.
  private func ownSet(of profile: Profile) -> PhraseSet? {
    if let language { return profile.ownSet(in: language.tag) }
    return profile.ownSet(in: Interface.language.rawValue) ?? profile.ownSets.first
  }

  /// The language of the listener's system if there are phrase sets in it, else English.
  private func language(of library: Library) -> String {
    let program = Interface.language
    let system = program == .english ? SystemLanguage.tag : program.rawValue
    return themes(in: library, language: system).isEmpty ? "en" : system
  }

  /// The phrase sets of a language.
  private func themes(in library: Library, language: String) -> [Choosing.Theme] {
    library.names(of: .phrases).compactMap { name in
      guard let source = try? library.text(.phrases, named: name).source else { return nil }
      let reading = read(phrases: source)
      let header = reading.tree.header
      guard !reading.hasErrors,
        primaryLanguage(header.language?.value ?? "en") == primaryLanguage(language)
      else {
        return nil
      }
      return Choosing.Theme(
        title: header.title?.value ?? name, summary: header.summary?.value ?? "",
        wishes: reading.tree.wishes.map { WrittenWish($0, in: source) })
    }
  }

  /// Talks until the wishes are kept or left; nil if everything stays as it is.
  private func converse(
    from start: Choosing, speak: (String) throws(Failure) -> Void
  ) -> [WrittenWish]? {
    var choosing = start
    for line in start.opening { Printer.tell(line) }
    while true {
      for line in choosing.lines() { Printer.tell(line) }
      if isatty(0) == 1 { Printer.ask("> ") }
      guard let line = readLine() else {
        Printer.note(Message.inputEnded)
        return nil
      }
      let next = choosing.after(line)
      choosing = next.choosing
      Printer.note("")
      switch next.wanted {
      case .keep(let wishes): return wishes
      case .leave:
        Printer.note(Message.nothingChanged)
        return nil
      case .hear(let words): hear(words, speak)
      case nil: break
      }
    }
  }

  /// Speaks wishes one after the other; stops at the first that can't be.
  private func hear(_ words: [String], _ speak: (String) throws(Failure) -> Void) {
    do throws(Failure) {
      for words in words { try speak(words) }
    } catch {
      Printer.note(error.text + "\n")
    }
  }
}
