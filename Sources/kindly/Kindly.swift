import ArgumentParser

/// Kindly, the program.
@main struct Kindly: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kindly", abstract: "Audio-guided loving-kindness, from plain text files.")
}
