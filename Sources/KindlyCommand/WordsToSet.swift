import KindlyBase
import KindlyCompiler
import KindlyLanguage
import Kindly

/// The `{word}`s of practices that a command can give values, and what was given beside them.
struct WordsToSet {
  /// Those that something says, in their order.
  let known: [String]

  /// Words that something says; those that the program fills in by itself are left out.
  init(saidBy words: Set<String>) { known = words.filter(Values.isSettable).sorted() }

  /// Why a value that was given would be heard nowhere; nil if it is said.
  func problem(with name: String) -> String? {
    if known.contains(name) { return nil }
    let shown = visible(name)
    guard Values.isSettable(name) else {
      return "--set \(shown): {\(shown)} is filled in by itself and can't be set."
    }
    let advice: String
    if let near = nearest(to: name, in: known) {
      advice = "Did you mean \(near)?"
    } else if known.isEmpty {
      advice = "There is nothing to set here."
    } else {
      advice = "Words to set are " + known.map { "{\($0)}" }.joined(separator: ", ") + "."
    }
    return "--set \(shown): nothing here says {\(shown)}. \(advice)"
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
    let problems = order.values.keys.sorted().compactMap { settable.problem(with: $0) }
    guard problems.isEmpty else {
      throw Failure(.usage, problems.joined(separator: "\nkindly: "))
    }
  }
}
