import KindlyBase
import Glibc

/// espeak-ng's data with our own variants beside its own: a folder of links, 76 kB, made once.
///
/// espeak-ng takes variants only from `voices/!v` of its data folder, under names that must be short
/// (38 characters overflow a buffer), and silently speaks without one that it does not find.
struct EspeakData: Sendable {
  /// espeak-ng's own folder `espeak-ng-data`.
  let system: String
  /// The folder that holds our `espeak-ng-data`.
  let home: String

  /// Makes the links below `folder`, unless they are there from an earlier time.
  init(system: String, identity: String, below folder: String) throws(SpeechFailure) {
    self.system = system
    home = folder + "/espeak-" + SHA256.hex(Array(identity.utf8)).prefix(16)
    if CacheFiles.isFolder(home) {
      // Whatever became of it since: a link that is gone or leads elsewhere is made again.
      guard Self.link(system, to: home + "/espeak-ng-data") else {
        throw .dataMissing(reason: "the folder for voices in \(folder) can't be repaired")
      }
      return
    }
    let draft = home + ".draft-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    guard Self.link(system, to: draft + "/espeak-ng-data") else {
      CacheFiles.remove(draft)
      throw .dataMissing(reason: "no folder for voices can be made in \(folder)")
    }
    // Another process may have been quicker; its links are the same.
    if rename(draft, home) != 0 { CacheFiles.remove(draft) }
    guard CacheFiles.isFolder(home) else {
      throw .dataMissing(reason: "no folder for voices can be made in \(folder)")
    }
  }

  /// Links every entry that is not linked rightly, but makes the two folders in which ours differs.
  private static func link(_ source: String, to target: String, inside: [String] = []) -> Bool {
    guard CacheFiles.makeFolder(target), let names = CacheFiles.names(in: source) else {
      return false
    }
    return names.allSatisfy { name in
      let path = inside + [name]
      if path == ["voices"] || path == ["voices", "!v"] {
        return link(source + "/" + name, to: target + "/" + name, inside: path)
      }
      return Self.expectLink(target + "/" + name, to: source + "/" + name)
    }
  }

  /// Makes a link unless it is there and right; whatever else is there goes.
  private static func expectLink(_ path: String, to goal: String) -> Bool {
    var room = [UInt8](repeating: 0, count: goal.utf8.count + 1)
    let count = room.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
      }
    }
    if count == goal.utf8.count, room.prefix(count).elementsEqual(goal.utf8) { return true }
    // Nothing is there, as a rule: whoever makes the folder sees it first.
    if count < 0, symlink(goal, path) == 0 { return true }
    // By renaming, so that whoever reads meanwhile finds one or the other.
    let draft = path + ".new-\(getpid())-\(UInt32.random(in: .min ... .max))"
    guard symlink(goal, draft) == 0 else { return false }
    if rename(draft, path) == 0 { return true }
    CacheFiles.remove(path)
    if rename(draft, path) == 0 { return true }
    unlink(draft)
    return false
  }

  /// Puts a variant's text where espeak-ng finds it; returns its name there.
  func install(variant text: String) throws(SpeechFailure) -> String {
    let bytes = Array(text.utf8)
    let name = "k" + SHA256.hex(bytes).prefix(16)
    let path = home + "/espeak-ng-data/voices/!v/" + name
    if CacheFiles.read(path, most: 1 << 16) == bytes { return name }
    guard bytes.withUnsafeBytes({ CacheFiles.write([$0], to: path) }) else {
      throw .dataMissing(reason: "the voice could not be written to \(path)")
    }
    return name
  }
}

extension EspeakData {
  /// Lets espeak-ng find a voice by its name, without a look at all others first. Where that can't be, it
  /// looks at them all.
  func link(_ voice: EspeakNames.File) {
    let name = voice.name.lowercased()
    // What espeak-ng has there itself stays.
    guard CacheFiles.status(of: system + "/voices/" + name) == nil else { return }
    _ = Self.expectLink(home + "/espeak-ng-data/voices/" + name, to: voice.path)
  }
}

/// The voices and variants that an espeak-ng data folder has.
struct EspeakNames: Sendable {
  private let data: String

  init(data: String) { self.data = data }

  /// Names of its variants.
  var variants: [String] { CacheFiles.names(in: data + "/voices/!v") ?? [] }

  /// A variant's text; nil if there is none of that name.
  func text(ofVariant name: String) -> String? {
    guard variants.contains(name) else { return nil }
    return CacheFiles.read(data + "/voices/!v/" + name, most: 1 << 16)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A voice's file, and where it is.
  typealias File = (name: String, path: String)

  /// The file of a language voice; by its name it takes variants. By another name of the same voice
  /// (`en-gb`, `fr-fr`) espeak-ng would drop the variant without a word.
  func file(of voice: String) -> File? {
    let wanted = voice.lowercased()
    let files = languageFiles()
    return files.first { $0.name.lowercased() == wanted }
      ?? files.first { Self.languages(in: $0.path).contains(wanted) }
  }

  /// Every name that `file(of:)` knows.
  var voices: [String] {
    languageFiles().flatMap { Self.languages(in: $0.path) + [$0.name.lowercased()] }
  }

  /// The first language of each voice: others are the same voice under further tags.
  var firstLanguages: [String] {
    languageFiles().compactMap { Self.languages(in: $0.path).first }
  }

  private func languageFiles() -> [File] {
    ["lang", "voices"].flatMap { folder in Self.files(in: data + "/" + folder) }
  }

  private static func files(in folder: String) -> [File] {
    (CacheFiles.names(in: folder) ?? []).filter { $0 != "!v" && $0 != "mb" }.flatMap { name in
      let path = folder + "/" + name
      return CacheFiles.isFolder(path) ? files(in: path) : [(name, path)]
    }
  }

  private static func languages(in path: String) -> [String] {
    guard let bytes = CacheFiles.read(path, most: 1 << 16) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      return words.first == "language" && words.count > 1 ? words[1].lowercased() : nil
    }
  }
}
