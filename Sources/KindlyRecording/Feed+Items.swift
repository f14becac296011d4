extension Feed {
  /// Sessions in the order a feed lists them: a series by its seasons and episodes, everything else
  /// the newest first.
  public static func ordered(_ items: [Item]) -> [Item] {
    if isSerial(items) {
      return items.sorted { left, right in
        (left.facts.album ?? "", left.facts.track?.number ?? 0, left.file)
          < (right.facts.album ?? "", right.facts.track?.number ?? 0, right.file)
      }
    }
    return items.sorted { ($0.published, $1.file) > ($1.published, $0.file) }
  }

  /// Whether the sessions are to be heard one after the other: each has its place in an album, as the
  /// days of a course do, and none is there twice.
  static func isSerial(_ items: [Item]) -> Bool {
    let places = items.map { [$0.facts.album ?? "", $0.facts.track.map { "\($0.number)" } ?? ""] }
    return !items.isEmpty && places.allSatisfy { !$0[0].isEmpty && !$0[1].isEmpty }
      && Set(places).count == items.count
  }

  /// The albums of a series, in the order of their names: each is a season.
  var seasons: [String] { Set(items.compactMap(\.facts.album)).sorted() }

  /// The title of a session: with its length and its voice where there are several of that title.
  func title(of item: Item) -> String {
    let facts = item.facts
    let name = facts.title ?? item.file
    let others = items.map(\.facts).filter { $0.title == facts.title && facts.title != nil }
    var parts: [String] = []
    if Set(others.map { Self.length($0.milliseconds) }).count > 1 {
      parts.append(Self.length(facts.milliseconds))
    }
    if Set(others.map { $0.performer ?? "" }).count > 1, let voice = facts.performer {
      parts.append(voice)
    }
    return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
  }

  /// A name that stays the same wherever the file lies: of the practice, its length in seconds, its
  /// voice and its language.
  static func guid(of item: Item) -> String {
    let facts = item.facts
    guard let practice = facts.comment ?? facts.title else { return UUID5.text(item.file) }
    let parts = [
      practice, String((facts.milliseconds + 500) / 1000), facts.performer ?? "",
      twoLetters(facts.language ?? ""),
    ]
    return UUID5.text(parts.joined(separator: "\n"))
  }

  /// The feed's own name in Podcasting 2.0: of its address, without scheme and slashes at its end.
  var guid: String {
    var name = address(self.name)
    for scheme in ["https://", "http://"] where name.hasPrefix(scheme) {
      name.removeFirst(scheme.count)
    }
    while name.hasSuffix("/") { name.removeLast() }
    return UUID5.text(name)
  }

  /// A BCP 47 tag with two letters where the language has some: MP3 files keep three.
  static func twoLetters(_ language: String) -> String {
    ID3Tag.twoLetters(language) ?? language
  }

  /// `10 min`, or `45 s` below a minute, `10 min 30 s` where the seconds count.
  private static func length(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 500) / 1000
    if seconds < 60 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
