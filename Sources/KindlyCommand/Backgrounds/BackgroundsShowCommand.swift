import ArgumentParser
import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyTimeline
import KindlyBellfounding
import KindlySound
import KindlyBase

/// `kindly backgrounds show`: what a background is made of.
struct BackgroundsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the layers of a background, as a table or a picture.")

  @Argument(help: "A background by name, or a file.", completion: .texts(.background))
  var background: String

  @Option(
    help: ArgumentHelp("Draw a minute of its spectrogram as well.", valueName: "file.png"),
    completion: .file())
  var picture: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  func run() throws {
    let found = try CommandContext().composer.found(background: background)
    Printer.result(Self.table(of: found.background).joined(separator: "\n"))
    if let picture { try draw(found.background, to: picture) }
  }

  /// The background's figures, then a line for each layer.
  private static func table(of background: Background) -> [String] {
    let bed = BackgroundBed(background)
    var lines = [visible(background.name)]
    if let summary = background.summary { lines.append(visible(summary)) }
    lines.append(
      "\(Figures.fixed(background.loudness, 1)) LUFS, "
        + "\(Figures.fixed(background.dip, 1)) dB softer under words, "
        + "repeats after \(Frames(Int64(bed.frames)).clock)")
    lines.append("")
    for layer in background.layers {
      lines.append(
        Figures.padded(Figures.fixed(layer.level, 1) + " dB", 9) + "  " + layer.kind.rawValue
          + " " + layer.span)
    }
    return lines
  }

  private func draw(_ background: Background, to path: String) throws(Failure) {
    let bed = BackgroundBed(background)
    var (left, right): ([Float], [Float]) = ([], [])
    for number in 0..<min(15, bed.chunks) {
      let chunk = bed.chunk(number)
      for frame in 0..<chunk.count / 2 {
        left.append(chunk[2 * frame])
        right.append(chunk[2 * frame + 1])
      }
    }
    let drawing = Spectrogram(
      of: BellRecording(channels: [left, right], rate: Frames.hertz),
      seconds: Double(left.count) / Frames.hertz)
    try drawing.write(to: path, replacing: force)
  }
}

extension BackgroundLayer {
  /// Where it lies in pitch.
  fileprivate var span: String {
    switch kind {
    case .resonance, .tone, .string: "at \(Figures.fixed(frequency, 1)) Hz"
    case .noise, .waves, .drops, .crackles:
      "from \(Figures.fixed(low, 0)) to \(Figures.fixed(high, 0)) Hz"
    }
  }
}
