import ArgumentParser
import Kindly
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
import KindlySpeech
import KindlyTimeline

/// `kindly say`: how words are said, and what another spelling would make of them.
struct SayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "say", abstract: "Hear how words are said, and try another way.",
    discussion: """
      Speaks the words and shows them in phonemes, with what is said for them where that differs from \
      what is written. What sounds right with --as can stand in a practice as "Pronounce: karuṇā as \
      kah-roo-nah", or for all practices in own.pronunciations, a line for each word: "karuṇā as \
      kah-roo-nah".
      """)

  @Argument(help: "What to say.")
  var words: [String]

  @Option(name: .customLong("as"), help: "Say this in place of the words.")
  var spelling: String?

  @Option(help: "A narrator by name.", completion: .texts(.voice, andFiles: false))
  var voice: String?

  @Option(help: "The language of the words, such as de; English unless you name one.")
  var language: String?

  @Option(
    name: .shortAndLong, help: "Write a sound file instead; its ending chooses the format.",
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  @Flag(help: "Only show; play nothing.")
  var silent = false

  func validate() throws {
    if words.allSatisfy(\.isEmpty) { throw ValidationError("Name the words to say.") }
    if let spelling, spelling.allSatisfy({ $0 == " " }) {
      throw ValidationError("--as needs letters, such as --as meh-tah.")
    }
  }

  func run() throws {
    let context = CommandContext()
    let manuscript = try manuscript(in: context)
    var order = Order()
    order.voice = voice
    order.unset = .told
    let composition = try context.composition(of: manuscript, order: order)
    show(composition, in: context.composer)
    if silent { return }
    let performance = try Performance(composition)
    guard let output else { return try SampleVoice.play(performance) }
    do {
      let summary = try performance.write(to: output, replacing: force)
      Printer.note("\(visible(output)): \(summary.frames.clock)")
    } catch {
      throw Failure(error)
    }
  }

  /// The words as the one line of a practice.
  private func manuscript(in context: CommandContext) throws(Failure) -> Manuscript {
    let line = spelling ?? words.joined(separator: " ")
    guard line.unicodeScalars.count <= Limit.utteranceCharacters else {
      throw Failure(
        .usage, "These words are too long to be said at once; give it at most 2,000 characters.")
    }
    return context.composer.manuscript(
      of: Script(saying: line, title: "Words", language: language), named: "words")
  }

  private func show(_ composition: Composition, in composer: Composer) {
    for (sound, saying) in zip(composer.sounds(of: composition), composition.sayings) {
      Printer.result(
        """
        \(visible(words.joined(separator: " ")))
            \(sound.phonemes.map(visible) ?? "(this voice has no phonemes)")
        """)
      for change in saying.said.changes { Printer.note(visible(change.sentence)) }
    }
  }
}

extension SaidChange {
  /// What differs, for somebody who looks for a word that is said wrongly.
  var sentence: String {
    switch kind {
    case .silent, .tag: "\"\(written)\" is not said"
    case .otherScript: "\"\(written)\" is in another script, and may be spelled out"
    case .leftover: "\"\(written)\" is said"
    case .nearLetters: "\"\(written)\" is said \"\(said)\", with the nearest letters"
    case .listed: "\"\(written)\" is said \"\(said)\", as a list of words tells"
    case .guessed: "\"\(written)\" is said \"\(said)\"; it could be read otherwise"
    case .expanded, .entity, .garbled: "\"\(written)\" is said \"\(said)\""
    }
  }
}
