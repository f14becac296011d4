import ArgumentParser
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// `kindly presets`: practices as the listener likes them.
struct PresetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presets", abstract: "Show your presets: practices as you like them.",
    discussion: """
      A preset is a line of your profile, such as "Preset: evening is metta, 25 min, voice warm". \
      Its name can be used like that of a practice: kindly play evening. \
      'kindly play metta --length 25m --save-as evening' writes one for you.
      """)

  @Flag(help: "One JSON object, for programs.")
  var json = false

  func run() throws {
    let presets = try CommandContext().profile().tree.presets.map(\.value)
    if json {
      return Printer.json(
        .object([("version", .int(1)), ("presets", .array(presets.map(Self.json)))]))
    }
    guard !presets.isEmpty else {
      return Printer.note(Message.noPresets)
    }
    let text = HangingText(width: Terminal.width(of: 1))
    let widest = presets.map { columns(of: visible($0.name)) }.max() ?? 0
    for preset in presets {
      let name = visible(preset.name)
      let room = String(repeating: " ", count: widest - columns(of: name) + 2)
      for line in text.lines(name + room, visible(preset.asked)) { Printer.result(line) }
    }
  }

  private static func json(_ preset: Preset) -> JSON {
    .object([
      ("name", .string(preset.name)), ("practice", .string(preset.practice)),
      (
        "settings",
        .object(
          PresetSetting.allCases.compactMap { setting in
            preset.settings[setting].map { (setting.rawValue, .string($0)) }
          })
      ),
    ])
  }
}

extension Preset {
  /// Writes it into the listener's profile, in place of one of the same name.
  /// - Throws: `Failure` where the name can't be used, or the profile can't be written.
  func save(in context: CommandContext) throws(Failure) {
    guard let folders = context.folders else { return _ = try Folders.ofUser() }
    let line = "Preset: " + text
    let check = read(profile: Source(path: "me.profile", text: line))
    guard check.tree.presets.first?.value == self else {
      let reason = check.diagnostics.first.map { "\($0.message) \($0.hint)" }
      throw Failure(
        .usage, reason.map { Message.saveAsIsUnfit(name, $0) } ?? .saveAsIsTaken(name))
    }
    guard (try? context.library.text(.practice, named: name)) == nil else {
      throw Failure(.usage, Message.saveAsIsTaken(name))
    }
    let (profile, source) = try context.profile()
    do {
      try ProfileFile(in: folders).replace(
        with: Profile.text(of: source, withPreset: self, insteadOf: profile))
    } catch {
      throw Failure(error)
    }
    Printer.note(Message.presetSaved("kindly play \(ShellWord.quoted(name))"))
  }
}
