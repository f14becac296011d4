import ArgumentParser
import KindlyBellfounding
import KindlyLanguage
import KindlyRecording
import KindlySound

/// `kindly bells fit`: somebody's own bell, from a recording of one strike.
struct BellsFitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Make a bell file from the recording of a strike.",
    discussion: """
      Record one strike in a quiet room, close to the bell, and let it ring out. The result is a text: \
      listen with 'kindly bells ring ./my.bell' and change what you like.
      """)

  @Argument(help: "A recording of one strike: WAV, FLAC, Ogg.", completion: .file())
  var recording: String

  @Option(name: .shortAndLong, help: "The bell file to write.", completion: .file())
  var output: String

  @Option(help: "What lists call it.")
  var name: String = "My bell"

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    let sound = try BellRecording(file: recording)
    guard let fit = BellFit(sound, name: name) else {
      throw Failure(
        .practice,
        "There is no ringing sound in \(visible(recording)). Record one strike and let it ring out."
      )
    }
    let bell = fit.bell.inFile
    let notes = [
      "Estimated from a recording of one strike. Partials: measured; contact, spread and",
      "loudness: chosen.",
    ]
    do {
      let file = try WholeFile(at: output, replacing: force)
      try file.write(Array(bell.text(notes: notes).utf8))
      try file.commit()
    } catch {
      throw Failure(error)
    }
    let count = bell.partials.count
    Printer.note(
      "\(visible(output)): \(count) partial\(count == 1 ? "" : "s") on "
        + "\(Note(hertz: bell.pitch).name), struck at \(Figures.fixed(fit.strike, 2)) s")
    if fit.left > 0 {
      Printer.note("\(fit.left) more were too faint or too short to measure.")
    }
  }
}

extension Bell {
  /// The bell with decays as long as a bell file may have them.
  fileprivate var inFile: Bell {
    var bell = self
    for index in partials.indices {
      bell.partials[index].decay = min(max(partials[index].decay, 0.01), 300)
    }
    return bell
  }
}
