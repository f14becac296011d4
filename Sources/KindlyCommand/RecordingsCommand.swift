import ArgumentParser
import Glibc
import KindlyLanguage
import KindlyLibrary
import KindlyRecording

/// `kindly recordings`: somebody's own voice for a practice.
struct RecordingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recordings", abstract: "Bring recordings of your own voice into a practice.",
    subcommands: [RecordingsAddCommand.self])
}

/// `kindly recordings add`: a phone's memo becomes a recording.
struct RecordingsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Convert sound files of any kind to recordings, once.",
    discussion: """
      Phones record M4A; practices use WAV and FLAC. Each file becomes a FLAC file in the folder \
      after --to, through the program ffmpeg. With --says it gets the name that 'kindly \
      record-list' shows for those words; otherwise it keeps its own. Where and when a memo was \
      recorded is not kept. A folder that does not exist is made.
      """)

  @Argument(help: "Sound files.", completion: .file())
  var files: [String]

  @Option(help: "The folder that the practice names after Recordings.", completion: .directory)
  var to = "."

  @Option(help: "The words that are said in the file.")
  var says: String?

  @Flag(help: "Replace existing recordings.")
  var force = false

  func run() throws {
    guard says == nil || files.count == 1 else {
      throw Failure(.usage, "--says goes with one file: add them one by one.")
    }
    let missing = files.filter { access($0, F_OK) != 0 }
    guard missing.isEmpty else {
      let names = missing.map { "`\(visible($0))`" }.joined(separator: ", ")
      throw Failure(.noInput, "There is no file \(names): check the spelling and the folder.")
    }
    let outputs = try files.map { file throws(Failure) in "\(to)/\(try name(of: file)).flac" }
    do {
      try StateFile.makeFolder(to)
    } catch {
      throw Failure(error)
    }
    for (file, output) in zip(files, outputs) {
      do {
        try VoiceMemo.convert(file, to: output, replacing: force)
      } catch {
        throw Failure(error)
      }
      Printer.note("\(visible(file)) → \(visible(output))")
    }
  }

  /// The recording's name without its ending.
  private func name(of file: String) throws(Failure) -> String {
    if let says {
      let name = Library.recordingName(of: says)
      if name.isEmpty { throw Failure(.usage, "--says needs words, such as \"May I be safe.\"") }
      return name
    }
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
