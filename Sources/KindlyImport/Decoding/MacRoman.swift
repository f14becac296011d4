/// Tells text of old Macs from Windows-1252: a byte that is a letter in one is a sign in the other.
enum MacRoman {
  /// `ä ç é è ê ö ü ß á à É` there; signs that stand within no word in Windows-1252, and letters that
  /// hardly do.
  private static let letters: Set<UInt8> = [
    0x83, 0x87, 0x88, 0x8A, 0x8D, 0x8E, 0x8F, 0x90, 0x9A, 0x9F, 0xA7,
  ]
  /// `’` there, and `Õ` in Windows-1252.
  private static let apostrophe: UInt8 = 0xD5

  /// Whether bytes beside letters make words there rather than in Windows-1252.
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (mac, windows) = (0, 0)
    var before: UInt8 = 0x20
    for (index, byte) in zip(bytes.indices, bytes) {
      defer { before = byte }
      guard byte >= 0x80 else { continue }
      let after = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x20
      let (isAfter, isBefore) = (isSmall(before), isSmall(after))
      guard isAfter || isBefore else { continue }
      if letters.contains(byte) || byte == apostrophe && isAfter && isBefore { mac += 1 }
      if byte >= 0xE0, byte != 0xF7 { windows += 1 }
    }
    return mac > 2 * windows
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
