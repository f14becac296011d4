/// Reads `Key: value` lines for every kind of file, so that a mistake in any of them is reported
/// in the same way.
struct EntryReader<Key: EntryKey> {
  let source: Source
  /// The keys of this kind of file.
  let keys: [Key]
  /// Whether a script follows after a blank line, which is easily forgotten.
  var isBeforeScript = false
  /// Whether the file is of use without a line whose key nobody knows.
  var forgivesUnknownKeys = false
  private var seen: [Key: SourceSpan] = [:]
  private let known: [String: Key]
  private let otherNames: [String: Key]
  /// Made when the first line number is needed.
  private lazy var places = Places(of: source)

  init(_ source: Source, keys: [Key]) {
    self.source = source
    self.keys = keys
    known = Dictionary(keys.map { ($0.rawValue.lowercased(), $0) }) { first, _ in first }
    otherNames = Dictionary(
      keys.flatMap { key in key.declaration.otherNames.map { ($0, key) } }
    ) { first, _ in first }
  }

  /// The known key of this spelling, whatever its capitals.
  func key(_ name: String) -> Key? { known[name.lowercased()] }

  /// Whether a word was meant as a key: a known one, one a typo away, or one of another name.
  func isNearKey(_ name: String) -> Bool {
    let word = name.lowercased()
    if known[word] != nil || otherNames[word] != nil { return true }
    let letters = Array(word.unicodeScalars.prefix(30))
    return known.keys.contains {
      abs($0.utf8.count - letters.count) <= 1
        && editDistance(letters, Array($0.unicodeScalars)) <= 1
    }
  }

  /// The entry of a line, or nil after noting what is wrong with it.
  mutating func entry(in text: SourceSpan, noting problems: inout Problems) -> Sheet<Key>.Entry? {
    guard let pair = source.pair(in: text) else {
      problems.note(
        HeaderProblem.noColon(example: keys.first?.rawValue ?? "", beforeScript: isBeforeScript),
        at: text)
      return nil
    }
    let name = source.text(at: pair.key).folded
    guard let key = key(name) else {
      if let right = otherNames[name.lowercased()] {
        problems.note(
          HeaderProblem.otherName(name, right: right.rawValue, isWarning: forgivesUnknownKeys),
          at: pair.key)
      } else {
        let names = keys.map(\.rawValue)
        let near = nearest(to: name, in: names)
        problems.note(
          HeaderProblem.unknownKey(
            name, nearest: near, known: names, isWarning: forgivesUnknownKeys), at: pair.key)
      }
      return nil
    }
    if let first = seen[key], !key.declaration.repeats {
      let line = places.line(of: first.lower)
      problems.note(HeaderProblem.twice(key: key.rawValue, firstLine: line), at: pair.key)
      return nil
    }
    seen[key] = pair.key
    let value = source.text(at: pair.value).folded
    if value.isEmpty {
      problems.note(HeaderProblem.noValue(key: key.rawValue), at: pair.key)
      return nil
    }
    return Sheet<Key>.Entry(key: Located(key, at: pair.key), value: Located(value, at: pair.value))
  }
}

extension Problems {
  /// Notes a value of some form that its key can't be read from, with an example.
  mutating func note(unreadable entry: Sheet<some EntryKey>.Entry) {
    note(
      HeaderProblem.unreadable(
        key: entry.key.value.rawValue, seen: entry.value.value,
        example: entry.key.value.declaration.example), at: entry.value.span)
  }
}
