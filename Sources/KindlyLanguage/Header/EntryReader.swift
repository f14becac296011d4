/// Reads `Key: value` lines for every kind of file, so that a mistake in any of them is reported
/// in the same way.
struct EntryReader {
  let source: Source
  /// Every key of this kind of file, spelled as it is shown.
  let keys: [String]
  /// Keys that may be given more than once.
  var repeatable: [String] = []
  /// What people write for a key of another name, in small letters.
  var otherNames: [String: String] = [:]
  /// Whether a script follows after a blank line, which is easily forgotten.
  var isBeforeScript = false
  private var seen: [String: SourceSpan] = [:]
  /// Made when the first line number is needed.
  private lazy var places = Places(of: source)

  init(
    _ source: Source, keys: [String], repeatable: [String] = [], otherNames: [String: String] = [:]
  ) {
    self.source = source
    self.keys = keys
    self.repeatable = repeatable
    self.otherNames = otherNames
  }

  /// The known key of this spelling, whatever its capitals.
  func key(_ name: String) -> String? {
    keys.first { $0.utf8.count == name.utf8.count && $0.lowercased() == name.lowercased() }
  }

  /// Whether a word was meant as a key: a known one, one a typo away, or one of another name.
  func isNearKey(_ name: String) -> Bool {
    let word = name.lowercased()
    if otherNames[word] != nil { return true }
    let letters = Array(word.unicodeScalars.prefix(30))
    return keys.contains {
      abs($0.utf8.count - letters.count) <= 1
        && editDistance(letters, Array($0.lowercased().unicodeScalars)) <= 1
    }
  }

  /// The entry of a line, or nil after noting what is wrong with it.
  mutating func entry(in text: SourceSpan, noting problems: inout Problems) -> Sheet.Entry? {
    guard let pair = source.pair(in: text) else {
      problems.note(
        HeaderProblem.noColon(keys: keys, beforeScript: isBeforeScript), at: text)
      return nil
    }
    let name = source.text(at: pair.key).folded
    guard let key = key(name) else {
      if let right = otherNames[name.lowercased()] {
        problems.note(HeaderProblem.otherName(name, right: right), at: pair.key)
      } else {
        let near = nearest(to: name, in: keys)
        problems.note(HeaderProblem.unknownKey(name, nearest: near, known: keys), at: pair.key)
      }
      return nil
    }
    if let first = seen[key], !repeatable.contains(key) {
      let line = places.line(of: first.lower)
      problems.note(HeaderProblem.twice(key: key, firstLine: line), at: pair.key)
      return nil
    }
    seen[key] = pair.key
    let value = source.text(at: pair.value).folded
    if value.isEmpty {
      problems.note(HeaderProblem.noValue(key: key), at: pair.key)
      return nil
    }
    return Sheet.Entry(key: Located(key, at: pair.key), value: Located(value, at: pair.value))
  }
}
