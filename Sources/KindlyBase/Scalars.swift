extension Unicode.Scalar {
  /// Spaces of every width; all are read as a plain space.
  package var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Invisible marks that carry no words: a byte-order mark in the middle, a zero-width space,
  /// direction marks. Joiners stay, because several scripts are written with them.
  package var isInvisibleMark: Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2060: true
    default: false
    }
  }

  /// Characters that turn the direction of the text around them and can hide what a line says.
  package var turnsDirection: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// C0, DEL and C1.
  package var isControl: Bool { value < 0x20 || (value >= 0x7F && value < 0xA0) }
}
