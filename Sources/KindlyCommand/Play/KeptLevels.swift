import KindlyConsole
import KindlyLibrary

/// The loudness of each part as the listener left it, in the state folder: `voice 80`, a line each.
struct KeptLevels {
  /// How loud each part is; what was only turned off for a while is kept at the loudness it comes back to.
  let levels: SoundLevels

  /// What is kept of levels.
  init(_ levels: SoundLevels) { self.levels = levels }

  /// What was kept; everything as it was made where nothing was, or where it can't be read.
  init(in folders: Folders) {
    var levels = SoundLevels()
    let bytes = (try? TextFile.read(Self.path(folders))) ?? []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let part = SoundPart(rawValue: String(words[0])),
        let percent = Int(words[1])
      {
        levels[part] = percent
      }
    }
    self.levels = levels
  }

  /// Keeps them; what can't be kept is no reason to disturb a sitting.
  func keep(in folders: Folders) {
    let lines = SoundPart.allCases.map { "\($0.rawValue) \(levels[$0])\n" }
    try? StateFile.replace(Self.path(folders), with: Array(lines.joined().utf8))
  }

  private static func path(_ folders: Folders) -> String { folders.state + "/levels" }
}
