import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyMessages
import Kindly

/// The `{word}`s of practices that a command can give values, and what was given beside them.
struct WordsToSet {
  /// Those that something says, in their order.
  let known: [String]

  /// Words that something says; those that the program fills in by itself are left out.
  init(saidBy words: Set<String>) { known = words.filter(Values.isSettable).sorted() }

  /// Why a value that was given would be heard nowhere; nil if it is said.
  func problem(with name: String) -> Message? {
    if known.contains(name) { return nil }
    guard Values.isSettable(name) else { return .setIsFixed(name) }
    if let near = nearest(to: name, in: known) { return .setIsUnheard(name, .meantName(near)) }
    return .setIsUnheard(
      name,
      known.isEmpty
        ? .nothingToSet : .wordsToSet(known.map { "{\($0)}" }.joined(separator: ", ")))
  }
}

extension CommandContext {
  /// Makes sure that every value of `--set` is said somewhere in what is composed with it.
  /// - Throws: `Failure` that names all that are not, with near names.
  func expectUse(of order: Order, in named: [NamedPractice]) throws(Failure) {
    // What has problems of its own is told about them first.
    guard !order.values.isEmpty, !named.contains(where: \.manuscript.reading.hasErrors) else {
      return
    }
    var words: Set<String> = []
    for one in named {
      let order = try self.order(try one.order(order), for: one.manuscript)
      words.formUnion(composer.outline(of: one.manuscript, order: order).words)
    }
    let settable = WordsToSet(saidBy: words)
    let problems = order.values.keys.sorted().compactMap {
      settable.problem(with: $0)?.text(in: Interface.language)
    }
    guard problems.isEmpty else {
      throw Failure(.usage, problems.joined(separator: "\nkindly: "))
    }
  }
}
