import KindlyLanguage
public import KindlyLibrary
import KindlySpeech

/// Which voices may start the programs that their files name.
///
/// A voice file may come from anywhere and names a program that runs as the listener. So it is started
/// only after the listener has seen and accepted the command; what is kept is a digest of it, and a
/// command that was changed is asked for again. Voices that are part of this program need none.
public struct VoiceConsent: Sendable {
  private let path: String?

  /// The consents of these folders; nil for none at all.
  public init(in folders: Folders?) { path = folders.map { $0.state + "/trusted-voices" } }

  /// Whether the listener accepted just these commands.
  public func isGiven(to voice: CommandVoice) -> Bool {
    lines.contains { $0.first.map(String.init) == voice.digest }
  }

  /// Keeps that the listener accepts the commands.
  /// `name`: the narrator, so that a person can read the file.
  /// - Throws: `StateFileProblem` where it can't be kept.
  public func give(to voice: CommandVoice, called name: String) throws(StateFileProblem) {
    guard let path, !isGiven(to: voice) else { return }
    // An older command of the same narrator is not the one that was accepted last.
    let others = lines.filter { $0.dropFirst().joined(separator: " ") != name }
    try keep(others.map { $0.joined(separator: " ") } + ["\(voice.digest) \(name)"], in: path)
  }

  /// Forgets what was accepted for a narrator; true if there was something.
  /// - Throws: `StateFileProblem` where it can't be written.
  public func withdraw(from name: String) throws(StateFileProblem) -> Bool {
    guard let path else { return false }
    let kept = lines
    let others = kept.filter { $0.dropFirst().joined(separator: " ") != name }
    guard others.count < kept.count else { return false }
    try keep(others.map { $0.joined(separator: " ") }, in: path)
    return true
  }

  private func keep(_ lines: [String], in path: String) throws(StateFileProblem) {
    try StateFile.replace(path, with: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private var lines: [[Substring]] {
    guard let path, let bytes = try? TextFile.read(path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ") }
  }
}
