extension Timeline {
  /// Index of the section that `frame` lies in; the last one after the end, 0 in an empty timeline.
  public func sectionIndex(at frame: Frames) -> Int {
    max(0, sections.partition { $0.start <= frame } - 1)
  }

  /// The speech that is heard at `frame`, or was heard last before it in the same section.
  public func speech(at frame: Frames) -> Event? {
    let section = sectionIndex(at: frame)
    let index = events.partition { $0.start <= frame }
    return events[..<index].last { $0.isSpeech || $0.section != section }
      .flatMap { $0.isSpeech && $0.section == section ? $0 : nil }
  }

  /// The start of the first speech that begins after `frame`.
  public func speechStart(after frame: Frames) -> Frames? {
    events[events.partition { $0.start <= frame }...].first(where: \.isSpeech)?.start
  }

  /// The start of the speech before `frame`; while one is heard for under a second, the one before.
  public func speechStart(before frame: Frames) -> Frames? {
    let reach = Frames(frame.count - Frames.rate)
    return events[..<events.partition { $0.start < reach }].last(where: \.isSpeech)?.start
  }

  /// The start of whatever begins next after `frame`, sounds and pauses alike.
  public func start(after frame: Frames) -> Frames? {
    events[events.partition { $0.start <= frame }...].first?.start
  }

  /// Everything that begins in a range of frames, sounds and pauses alike.
  public func events(startingIn range: Range<Frames>) -> ArraySlice<Event> {
    events[
      events.partition {
        $0.start < range.lowerBound
      }..<events.partition { $0.start < range.upperBound }]
  }
}

extension Event {
  /// Whether words are heard.
  public var isSpeech: Bool {
    if case .speech = kind { true } else { false }
  }
}

extension Array {
  /// The index of the first element that does not satisfy `belongs`, if those that do come first.
  fileprivate func partition(where belongs: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if belongs(self[middle]) { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
