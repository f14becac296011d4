import ArgumentParser
import KindlyLibrary
import KindlyLanguage
import KindlyMessages

/// `kindly phrases show`: the wishes of a set, as they are written or for somebody.
struct ShowPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show your own wishes, or those of a set.")

  @Argument(
    help: "A phrase set by name, or a file; your own unless given.", completion: .texts(.phrases))
  var set: String?

  @Option(help: "How they are said for somebody, such as friend, all or \"Maya, she\".")
  var toward: AskedRecipients?

  @Flag(help: "With --toward: say \"May Maya be safe\", not \"May you be safe\".")
  var third = false

  func run() throws {
    let context = CommandContext()
    let profile = try context.profile()
    let (source, sets) = try sets(context, profile)
    for (place, set) in sets.enumerated() {
      if place > 0 { Printer.result("") }
      if sets.count > 1, let language = set.header.language?.value {
        Printer.result(visible("\(ProfileKey.language.rawValue): \(language)"))
      }
      guard let toward else {
        for wish in set.wishes {
          for line in WrittenWish(wish, in: source).lines {
            Printer.result(
              visible(line.role.map { "\($0.rawValue): " } ?? "") + visible(line.words))
          }
        }
        continue
      }
      let people = toward.recipients.map { recipient in
        profile.tree.people.map(\.value).first { $0.isMeant(by: recipient) } ?? Someone(recipient)
      }
      try show(
        set.wishes, for: Addressee(people, person: third ? .third : .second),
        set.header.language?.value, profile.tree, source)
    }
  }

  /// The wishes that were asked for, and where they stand: one set, or the listener's own of each language.
  private func sets(
    _ context: CommandContext, _ profile: (tree: Profile, source: Source)
  ) throws(Failure) -> (Source, [PhraseSet]) {
    guard let set else {
      guard !profile.tree.ownSets.isEmpty else { throw Failure(.noInput, Message.noOwnWishes) }
      return (profile.source, profile.tree.ownSets)
    }
    let text: LibraryText
    do {
      text = try context.library.text(.phrases, at: set)
    } catch {
      throw Failure(error)
    }
    let reading = read(phrases: text.source)
    guard !reading.hasErrors else {
      throw Failure(.practice, report: Report(on: text.source).drawing(of: reading.diagnostics))
    }
    return (text.source, [reading.tree])
  }

  private func show(
    _ wishes: [Wish], for addressee: Addressee, _ language: String?, _ profile: Profile,
    _ source: Source
  ) throws(Failure) {
    var mention = Mention.first
    var problems: [Diagnostic] = []
    var unset: [Located<String>] = []
    let values = Values(
      addressee: addressee, listener: profile.name?.value, own: profile.values, language: language)
    for wish in wishes {
      do throws(PhraseProblem) {
        let pieces = try wish.words(for: addressee, mention: &mention, language: language)
        do {
          Printer.result(visible(try values.utterance(pieces, unset: &unset)))
        } catch {
          problems.append(error.value.diagnostic(path: source.path, span: error.span))
        }
      } catch {
        problems.append(error.diagnostic(path: source.path, span: wish.span))
      }
    }
    if !problems.isEmpty {
      throw Failure(.practice, report: Report(on: source).drawing(of: problems))
    }
  }
}

extension Someone {
  /// Whether a recipient of the command line is this person of the profile.
  fileprivate func isMeant(by recipient: Recipient) -> Bool {
    if case .named(let name, _) = recipient { return name.lowercased() == self.name?.lowercased() }
    return recipient == self.recipient
  }
}
