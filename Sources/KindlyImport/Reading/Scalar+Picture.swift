extension Scalar {
  /// Emoji and signs that a voice would read out by their names.
  var isPicture: Bool {
    switch value {
    case 0x1F000...0x1FAFF, 0x231A...0x231B, 0x23E9...0x23FA, 0x2600...0x27BF, 0xFE0F,
      0x2B00...0x2BFF, 0x20E3, 0xE0020...0xE007F:
      // Boxes and ticks are list marks.
      !(0x2610...0x2612 ~= value || 0x2713...0x2718 ~= value || value == 0x266A || value == 0x266B)
    default: false
    }
  }
}
