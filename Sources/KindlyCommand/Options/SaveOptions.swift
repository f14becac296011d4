import ArgumentParser

/// Keeps what was asked as a preset.
struct SaveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Keep this as a preset of yours, by a name.", valueName: "name"))
  var saveAs: String?
}
