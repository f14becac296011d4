/// A key of the player, from the bytes a terminal sends.
public enum Key: Sendable, Hashable {
  /// An ordinary character.
  case character(Character)
  /// Arrow keys and page keys.
  case left, right, up, down, pageUp, pageDown

  /// Reads every whole key in `bytes`. Sequences that are no key of ours are dropped whole, so that
  /// a strange key never acts as the letters it is spelled with.
  public static func keys(in bytes: [UInt8]) -> [Key] {
    var keys: [Key] = []
    var rest = bytes[...]
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == escape {
        if let key = sequence(&rest) { keys.append(key) }
      } else if first >= 0x20 && first < 0x7F {
        keys.append(.character(Character(UnicodeScalar(first))))
      }
    }
    return keys
  }

  private static let escape: UInt8 = 0x1B

  /// After ESC: `[` or `O`, parameters, one final byte.
  private static func sequence(_ rest: inout ArraySlice<UInt8>) -> Key? {
    guard let opener = rest.first, opener == UInt8(ascii: "[") || opener == UInt8(ascii: "O") else {
      return nil
    }
    rest = rest.dropFirst()
    let parameters = rest.prefix { $0 >= 0x20 && $0 < 0x40 }
    rest = rest.dropFirst(parameters.count)
    guard let final = rest.first else { return nil }
    rest = rest.dropFirst()
    switch (final, parameters.first) {
    case (UInt8(ascii: "A"), _): return .up
    case (UInt8(ascii: "B"), _): return .down
    case (UInt8(ascii: "C"), _): return .right
    case (UInt8(ascii: "D"), _): return .left
    case (UInt8(ascii: "~"), UInt8(ascii: "5")): return .pageUp
    case (UInt8(ascii: "~"), UInt8(ascii: "6")): return .pageDown
    default: return nil
    }
  }
}
