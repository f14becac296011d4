/// Where a sitting was left, so that it can go on from there.
///
/// One small file for each practice and length under the state folder.
public struct KeptPlace: Sendable, Hashable {
  /// What is played: the practice's path or name, and whatever else makes another timeline of it.
  public var sitting: String
  /// The first frame that was not heard, at 48 kHz.
  public var frame: Int64
  /// Frames of the whole.
  public var frames: Int64

  /// Where a sitting of `frames` frames was left, at 48 kHz.
  public init(sitting: String, frame: Int64, frames: Int64) {
    self.sitting = sitting
    self.frame = frame
    self.frames = frames
  }

  /// Keeps the place, replacing an older one of the same sitting.
  public func keep(in folders: Folders) throws(StateFileProblem) {
    let text = "\(frame) \(frames) \(sitting)\n"
    try StateFile.replace(Self.path(sitting, folders), with: Array(text.utf8))
  }

  /// The place kept for a sitting; nil if there is none, if its file is damaged, or if the sitting
  /// has another length now.
  public static func kept(
    for sitting: String, frames: Int64, in folders: Folders
  ) -> KeptPlace? {
    guard let bytes = try? TextFile.read(path(sitting, folders)) else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let frame = Int64(parts[0]), let whole = Int64(parts[1]),
      parts[2] == sitting + "\n", whole == frames, (1..<whole).contains(frame)
    else { return nil }
    return KeptPlace(sitting: sitting, frame: frame, frames: whole)
  }

  /// Forgets the place of a sitting that was heard to its end.
  public static func forget(_ sitting: String, in folders: Folders) {
    StateFile.remove(path(sitting, folders))
  }

  /// Names any practice with a plain file name: FNV-1a of the sitting, checked by its content.
  private static func path(_ sitting: String, _ folders: Folders) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sitting.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return folders.state + "/places/" + String(hash, radix: 36)
  }
}
