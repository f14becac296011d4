import ArgumentParser
import KindlyBellfounding
import KindlyLibrary
import KindlyLanguage
import KindlySound
import Kindly
import KindlyTimeline
import KindlyBase

/// `kindly bells show`: what a bell is made of.
struct BellsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the partials of a bell, as a table or a picture.")

  @Argument(help: "A bell by name, or a file.", completion: .texts(.bell))
  var bell: String

  @Option(
    help: ArgumentHelp("Draw its spectrogram as well.", valueName: "file.png"),
    completion: .file())
  var picture: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    let composer = CommandContext().composer
    let bell = try composer.found(bell: bell)
    Printer.result(Self.table(of: bell).joined(separator: "\n"))
    if let picture { try draw(bell, to: picture) }
  }

  private func draw(_ bell: LibraryBell, to path: String) throws(Failure) {
    let drawing = Spectrogram(
      of: Self.strike(bell), seconds: Double(bell.struck(strength: 1).frames) / Frames.hertz)
    try drawing.write(to: path, replacing: force)
  }

  /// The bell's figures, then a row for each partial.
  private static func table(of bell: LibraryBell) -> [String] {
    let (sheet, struck) = (bell.sheet, bell.struck(strength: 1))
    let faded = Frames(struck.fadeFrames).clock
    var lines = [visible(sheet.name)]
    if let summary = sheet.summary { lines.append(visible(summary)) }
    lines.append(
      "Loudest 400 ms \(Figures.fixed(sheet.loudness, 1)) LUFS, below -60 dB after \(faded), "
        + "rung out after \(Frames(struck.frames).clock)")
    lines.append(
      "Words wait \(sheet.wait.clock) after a strike; several strikes are "
        + "\(sheet.apart.clock) apart")
    lines.append("")
    lines.append("       Hz   note  cents   level      T60    beat  depth")
    for partial in sheet.partials {
      let hertz = sheet.pitch * partial.ratio
      let note = Note(hertz: hertz)
      let cells = [
        Figures.padded(Figures.fixed(hertz, 2), 9), Figures.padded(note.name, 6),
        Figures.padded((note.cents >= 0 ? "+" : "") + Figures.fixed(note.cents, 1), 7),
        Figures.padded(Figures.fixed(partial.level, 1) + " dB", 10),
        Figures.padded(Figures.fixed(partial.decay, 2) + " s", 9),
        Figures.padded(partial.beat == 0 ? "-" : Figures.fixed(partial.beat, 2), 8),
        Figures.padded(partial.beat == 0 ? "-" : Figures.fixed(partial.depth, 2), 7),
      ]
      lines.append(cells.joined())
    }
    return lines
  }

  /// The sound of one strike.
  private static func strike(_ bell: LibraryBell) -> BellRecording {
    let struck = bell.struck(strength: 1)
    var ringing = BellRinging(capacity: struck.sound.oscillations)
    ringing.start(struck.sound, at: 0)
    var (left, right): ([Float], [Float]) = ([], [])
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 128) { block in
      guard let start = block.baseAddress else { return }
      for index in 0..<(struck.frames + 63) / 64 {
        block.update(repeating: 0)
        ringing.add(into: start, block: index)
        for place in 0..<64 {
          left.append(block[2 * place])
          right.append(block[2 * place + 1])
        }
      }
    }
    return BellRecording(channels: [left, right], rate: Frames.hertz)
  }
}
