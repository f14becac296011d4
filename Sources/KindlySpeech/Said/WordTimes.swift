/// When each word of a text begins, from what espeak-ng tells.
///
/// Its events are in order of time, but where it joins small words ("for a while") one event stands for
/// two words and the next one points into the middle of a word. So an event counts where it points at
/// the beginning of a word; others belong to the last of the words between that have none; and words
/// that are left over share the time of the one before, by their letters.
enum WordTimes {
  /// One event of espeak-ng: the sample, and the place of its first character in the text.
  struct Event: Sendable, Hashable {
    var sample: Int
    var position: Int
  }

  /// The first sample of each word of `text` and the UTF-8 range of the author's word it belongs to;
  /// every word of the author's that is said is there once, in order. `end` is the last sample.
  static func starts(
    of text: SpeakableText, events: [Event], end: Int
  ) -> [(sample: Int, range: Range<Int>)] {
    let spoken = words(of: text)
    guard !spoken.isEmpty else { return [] }
    let known = assigned(events, to: spoken)
    let starts = shared(known, among: spoken, end: end)
    return joined(spoken, starts)
  }

  private struct Spoken {
    var characters: Range<Int>
    var origin: Range<Int>
    /// Letters and digits: how long it takes beside others.
    var weight: Int
  }

  /// The words that are said, by the spaces between them.
  private static func words(of text: SpeakableText) -> [Spoken] {
    text.characters.indices.split { text.characters[$0].scalar == " " }.compactMap { run in
      let letters = run.filter { text.characters[$0].scalar.isWordLike }
      guard let first = letters.first, let last = letters.last else { return nil }
      let start = text.characters[first].origin.lowerBound
      return Spoken(
        characters: run.startIndex..<run.endIndex,
        origin: start..<max(start, text.characters[last].origin.upperBound), weight: letters.count)
    }
  }

  /// The sample at which each word begins, where an event tells.
  private static func assigned(_ events: [Event], to words: [Spoken]) -> [Int?] {
    var starts = [Int?](repeating: nil, count: words.count)
    var next = 0
    var strays: [Int] = []
    for event in events.sorted(by: { $0.sample < $1.sample }) {
      let isStart = { (word: Spoken) in
        event.position >= word.characters.lowerBound && event.position < word.characters.upperBound
          && event.position - word.characters.lowerBound <= word.characters.count - word.weight
      }
      guard let word = (next..<max(next, words.count)).first(where: { isStart(words[$0]) }) else {
        strays.append(event.sample)
        continue
      }
      place(strays, into: &starts, before: word, from: next)
      strays = []
      starts[word] = event.sample
      next = word + 1
    }
    place(strays, into: &starts, before: words.count, from: next)
    return starts
  }

  /// Gives events without a word to the last words before the next known one.
  private static func place(
    _ strays: [Int], into starts: inout [Int?], before end: Int, from first: Int
  ) {
    let free = end - first
    guard free > 0 else { return }
    for (offset, sample) in strays.suffix(free).reversed().enumerated() {
      starts[end - 1 - offset] = sample
    }
  }

  /// Words without an event share the time from the one before to the one after.
  private static func shared(_ known: [Int?], among words: [Spoken], end: Int) -> [Int] {
    var starts = known.map { $0 ?? 0 }
    var first = 0
    while first < known.count {
      var last = first + 1
      while last < known.count, known[last] == nil { last += 1 }
      let from = known[first] ?? 0
      let to = max(from, last < known.count ? known[last] ?? end : end)
      let whole = max(1, words[first..<last].reduce(0) { $0 + $1.weight })
      var passed = 0
      for index in first..<last {
        starts[index] = from + (to - from) * passed / whole
        passed += words[index].weight
      }
      first = last
    }
    return starts
  }

  /// Words of one origin are one word of the author's.
  private static func joined(
    _ words: [Spoken], _ starts: [Int]
  ) -> [(sample: Int, range: Range<Int>)] {
    var result: [(sample: Int, range: Range<Int>)] = []
    for (word, start) in zip(words, starts) {
      guard let last = result.last, word.origin.lowerBound < last.range.upperBound else {
        result.append((start, word.origin))
        continue
      }
      let end = max(last.range.upperBound, word.origin.upperBound)
      result[result.count - 1].range = last.range.lowerBound..<end
    }
    return result
  }
}
