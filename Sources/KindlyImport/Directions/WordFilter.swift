extension ArraySlice<Scalar> {
  /// Whether blanks stand between letters.
  var hasSeveralWords: Bool {
    let first = drop { !$0.isLetter }
    return first.drop { !$0.isBlank }.contains(where: \.isLetter)
  }
}

/// Tells of most texts, without making words of them, that none of some words is in them.
///
/// A Bloom filter with one hash over the runs of letters of each word: it may say that a word is there
/// where it is not, never the other way round.
struct WordFilter: Sendable {
  private static let bits = 1 << 14
  private var seen: [UInt64] = Array(repeating: 0, count: Self.bits / 64)

  init(_ words: some Sequence<String>) {
    for word in words {
      for part in word.unicodeScalars.split(whereSeparator: { !$0.isLetter }) {
        var run = Run()
        for scalar in part { run.add(scalar) }
        seen[run.place / 64] |= 1 << UInt64(run.place % 64)
      }
    }
  }

  /// Whether some run of letters of a text is in none of the words.
  func misses(wordIn text: ArraySlice<Scalar>) -> Bool {
    text.withUnsafeBufferPointer { scalars in
      var run = Run()
      for scalar in scalars {
        if scalar.isLetter {
          run.add(scalar)
        } else if !run.isEmpty {
          if !mayHold(run) { return true }
          run = Run()
        }
      }
      return !run.isEmpty && !mayHold(run)
    }
  }

  /// Whether one of the words may be among the first `most` runs of letters of a text.
  func mayFind(in text: ArraySlice<Scalar>, most: Int = .max) -> Bool {
    text.withUnsafeBufferPointer { scalars in
      var run = Run()
      var runs = 0
      for scalar in scalars {
        if scalar.isLetter {
          run.add(scalar)
        } else if !run.isEmpty {
          if mayHold(run) { return true }
          runs += 1
          if runs >= most { return false }
          run = Run()
        }
      }
      return !run.isEmpty && mayHold(run)
    }
  }

  private func mayHold(_ run: Run) -> Bool {
    run.isUncertain || seen[run.place / 64] >> UInt64(run.place % 64) & 1 == 1
  }

  /// Letters one after another: FNV-1a over them in lower case.
  private struct Run {
    private var hash = WordHash()
    private(set) var isEmpty = true
    /// Whether a letter is in it whose lower case is not known here.
    private(set) var isUncertain = false

    var place: Int { Int((hash.value ^ hash.value >> 32) % UInt64(WordFilter.bits)) }

    @inline(__always)
    mutating func add(_ scalar: Scalar) {
      isEmpty = false
      var value = scalar.value
      switch value {
      case 0x41...0x5A, 0xC0...0xDE: value |= 0x20
      case 0x100..<0x900, 0x10A0..<0x1100, 0x13A0..<0x1400, 0x1C80..<0x2200, 0x2C00..<0x2E00,
        0xA640..<0xA800,
        0xFB00..<0xFB20, 0xFF21...0xFF3A, 0x10400...:
        isUncertain = true
      default: break
      }
      hash.add(value)
    }
  }
}
