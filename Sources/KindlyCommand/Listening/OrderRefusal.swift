import Kindly
import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

extension CommandContext {
  /// Why something that a listener asked for can't be had: a name that nothing has, or a length. Nil where
  /// the practice itself is at fault; its report is for its author, and in English.
  func refusal(of order: Order, for manuscript: Manuscript, after error: CompositionError)
    -> Failure?
  {
    var sentences = unknownNames(in: order).map { $0.message } + unknownPeople(in: order)
    if let misfit = error.lengthMisfit, order.length == misfit.asked {
      sentences.append(misfit.message(about: manuscript.title))
    }
    guard !sentences.isEmpty else { return nil }
    return Failure(
      .practice, sentences.map { $0.text(in: Interface.language) }.joined(separator: "\n"))
  }

  /// Those whom the profile doesn't know and of whom nobody said how to speak.
  private func unknownPeople(in order: Order) -> [Message] {
    let known = Set(order.listener.people.compactMap { $0.name?.lowercased() })
    return (order.toward ?? []).compactMap { recipient in
      guard case .named(let name, nil) = recipient, !known.contains(name.lowercased()) else {
        return nil
      }
      return .unknownPerson(name)
    }
  }

  private func unknownNames(in order: Order) -> [LibraryProblem] {
    var problems: [LibraryProblem] = []
    func look(_ look: () throws -> Void) {
      do {
        try look()
      } catch let problem as LibraryProblem {
        problems.append(problem)
      } catch LookupError.absent(let problem) {
        problems.append(problem)
      } catch {}
    }
    if let voice = order.voice { look { _ = try composer.voice(named: voice) } }
    if let bell = order.bell, bell != "none" { look { _ = try library.text(.bell, named: bell) } }
    if let phrases = order.phrases, phrases != Listener.ownPhrases {
      look { _ = try library.text(.phrases, at: phrases) }
    }
    if case .plays(let choice)? = order.background, let name = choice.name, !choice.isFile {
      look { _ = try library.text(.background, named: name) }
    }
    return problems
  }
}

extension LengthMisfit {
  /// What would fit, in whole seconds.
  fileprivate func message(about title: String) -> Message {
    if let longest, longest < asked { return .lengthTooLong(title, asked, most: longest) }
    let second = Frames.rate
    let least = Frames((shortest.count + second - 1) / second * second)
    return .lengthTooShort(title, asked, least: least)
  }
}
