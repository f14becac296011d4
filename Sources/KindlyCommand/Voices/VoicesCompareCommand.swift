import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
import KindlySpeech
import KindlyTimeline

/// `kindly voices compare`: the same words by every narrator, for the ear to choose.
struct VoicesCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Hear every narrator say the same words, or write them to one file.",
    discussion: "Only narrators of the language that can speak now take part.")

  @Argument(help: "What to say; a sentence of the language unless you give it.")
  var words: [String] = []

  @Option(help: "The language of the words, such as de.")
  var language = "en"

  @Option(
    name: .shortAndLong,
    help: "Write a sound file instead, a section for each; its ending chooses the format.",
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    let context = CommandContext()
    let own = words.isEmpty ? nil : words.joined(separator: " ")
    guard let text = own ?? SampleWords.words(in: language) else {
      throw Failure(
        .usage,
        "I have no sentence in \(visible(language)). Give one: kindly voices compare \"...\""
          + " --language \(visible(language))")
    }
    let names = narrators(in: context)
    guard !names.isEmpty else {
      throw Failure(.unavailable, "No narrator here speaks \(visible(language)) now.")
    }
    if let output {
      try write(text, by: names, to: output, context)
      return
    }
    for name in names {
      Printer.note(name)
      try SampleVoice(name: name, language: language, context: context)
        .speak(Script(saying: text, title: name, language: language))
    }
  }

  /// Every narrator that can say it now; where no file is for the language, the derived one.
  private func narrators(in context: CommandContext) -> [String] {
    let composer = context.composer
    let known = context.library.names(of: .voice).filter { name in
      (try? composer.voice(named: name).facts.speaks(language)) == true
    }
    let all =
      known.isEmpty ? composer.derivedNarrator(speaking: language).map { [$0] } ?? [] : known
    return all.filter { name in
      guard let voice = try? composer.voice(named: name).voice else { return false }
      return composer.narrator.obstacle(for: voice) == nil
    }
  }

  private func write(
    _ text: String, by names: [String], to path: String, _ context: CommandContext
  ) throws(Failure) {
    let words = SampleWords.escaped(text)
    let sections = names.map { "# \(SampleWords.escaped($0))\n\n[voice \($0)]\n\(words)\n" }
    let source = Source(
      path: "comparison",
      text: "Title: Narrators\nLanguage: \(language)\nVoice: \(names[0])\nBell: none\n\n"
        + sections.joined(separator: "\n"))
    let manuscript = context.composer.manuscript(
      LibraryText(name: "comparison", kind: .practice, origin: .file, source: source, folder: nil))
    var order = Order()
    order.unset = .told
    let performance = try Performance(manuscript, order: order, in: context)
    do {
      let summary = try performance.write(to: path, replacing: force)
      Printer.note("\(path): \(summary.frames.clock), " + names.joined(separator: ", "))
    } catch {
      throw Failure(error)
    }
  }
}
