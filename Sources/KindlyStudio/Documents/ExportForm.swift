import KindlyImport
import KindlyRecording

/// What a practice is written as: a sound file, captions, a page to listen to, or a text to read.
enum ExportForm: Sendable {
  /// A sound file.
  case sound(FileFormat)
  /// Captions, or what is said.
  case captions(CaptionFormat)
  /// One page with the sound inside, for clients.
  case soundPage
  /// The practice with its directions, for whoever guides it aloud.
  case script(ExportNotation)

  /// Why a name can't be written to.
  struct Refused: Error {
    /// What to tell the author.
    var sentence: String
  }

  /// What a file's ending asks for; `.html` is two things, so `page` says which: `listen` or `read`.
  init(name: String, page: String?) throws(Refused) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if let format = FileFormat.allCases.first(where: { $0.endings.contains(ending) }) {
      self = .sound(format)
    } else if let format = CaptionFormat(rawValue: ending) {
      self = .captions(format)
    } else if ending == "md" {
      self = .script(.markdown)
    } else if ending == "html" {
      switch page {
      case "listen": self = .soundPage
      case "read": self = .script(.html)
      default:
        throw Refused(sentence: "Choose whether the page is to listen to or to read.")
      }
    } else {
      throw Refused(
        sentence:
          "No format has the ending .\(ending). Choose one of the list, such as .flac or .srt."
      )
    }
  }
}
