import ArgumentParser
import KindlyCompiler
import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import Kindly
import KindlyTimeline

/// `kindly record-list`: what to say into a microphone to hear a practice in one's own voice.
struct RecordListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record-list",
    abstract: "List what to record to hear a practice in your own voice.",
    discussion: """
      Record each line as a WAV or FLAC file of the name in front of it, put the files in a folder \
      beside the practice, and name that folder in its header: "Recordings: my-voice". What is not \
      recorded is spoken by the narrator.
      """)

  @Argument(help: "A practice by name, or a file.", completion: .texts(.practice))
  var practice: String

  @OptionGroup var session: SessionOptions

  @Flag(help: "Only what is not recorded yet.")
  var missing = false

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    let named = try context.named(practice)
    try context.expectUse(of: session.order, in: [named])
    var order = session.order
    order.unset = .told
    let timeline = try context.composition(of: named, order: order).timeline
    var listed: Set<String> = []
    for event in timeline.events {
      guard case .speech(let speech) = event.kind, !speech.utterance.text.isEmpty else { continue }
      let name = Library.recordingName(of: speech.utterance.text)
      guard listed.insert(name).inserted else { continue }
      let isRecorded = speech.utterance.recording != nil
      if isRecorded && missing { continue }
      Printer.result(
        "\(visible(name)).wav\t\(visible(speech.utterance.text))"
          + Self.hint(context.composer.said(for: speech.utterance))
          + (isRecorded ? "\t(recorded)" : ""))
    }
  }

  /// How to say a line that is not said as it is written, such as "10 min".
  private static func hint(_ said: SaidText?) -> String {
    guard let said, said.changes.contains(where: { $0.kind == .expanded || $0.kind == .guessed })
    else { return "" }
    return "\t(say: \(visible(said.text)))"
  }
}
