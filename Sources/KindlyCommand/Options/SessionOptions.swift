import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import Kindly
import KindlyTimeline

/// What a listener asks of any practice.
struct SessionOptions: ParsableArguments {
  @Option(help: "How long the whole lasts, such as 20m or \"1 h 10 min\".")
  var length: String?

  @Option(
    help: "The narrator; 'kindly voices' lists them.", completion: .texts(.voice, andFiles: false))
  var voice: String?

  @Flag(help: "Let another narrator speak where the chosen one can't on this machine.")
  var fallback = false

  @Option(
    help: "The bell; 'none' keeps the times and stays silent.",
    completion: .texts(.bell, andFiles: false))
  var bell: String?

  @Option(help: "The phrase set for [phrases].", completion: .texts(.phrases, andFiles: false))
  var phrases: String?

  @Option(help: "Whom wishes are directed at, such as friend or \"Maya, she\".")
  var toward: String?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("A value for {name}.", valueName: "name=value"))
  var values: [String] = []

  /// The options as the compiler takes them, read by the language's own reader, so that a length is
  /// written in the same ways everywhere.
  func order() throws(Failure) -> Order {
    var order = Order()
    order.length = try length.map { (text) throws(Failure) in try Self.length(text) }
    order.voice = voice
    order.fallsBack = fallback
    order.bell = bell
    order.phrases = phrases
    order.toward = try toward.map { (text) throws(Failure) in
      try Self.recipients(text)
    }
    for text in values {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw Failure(.usage, "I don't understand --set \(visible(text)). Write --set name=value.")
      }
      order.values[text[..<equals].lowercased()] = String(text[text.index(after: equals)...])
    }
    return order
  }

  /// A length of time as it is written in a practice.
  static func length(_ text: String, option: String = "--length") throws(Failure) -> Frames {
    guard case .frames(let count)? = try header("Length", text, option: option).length?.value else {
      throw Failure(.usage, "\(option) takes a time, such as 20m.")
    }
    return Frames(count)
  }

  /// One recipient or a pair, as `[toward …]` takes them.
  static func recipients(_ text: String) throws(Failure) -> [Recipient] {
    try header("Toward", text, option: "--toward")[keyPath: \.toward]?.value ?? []
  }

  /// Reads one value as if it stood in a header.
  private static func header(
    _ key: String, _ text: String, option: String
  ) throws(Failure) -> Header {
    let line = "\(key): \(text.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    let reading = read(practice: Source(path: option, text: line))
    guard let problem = reading.diagnostics.first(where: { $0.severity == .error }) else {
      return reading.tree.header
    }
    throw Failure(.usage, "\(option) \(visible(text)): \(problem.message) \(problem.hint)")
  }
}
