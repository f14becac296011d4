import KindlyLanguage
import KindlyMessages
import KindlyTimeline

extension StartPlace {
  /// The frame it means in a session.
  /// - Throws: `Failure` where it is past the end, or no section has the name.
  func frame(in timeline: Timeline) throws(Failure) -> Frames {
    if let frame = Self.clock(text) {
      guard frame < timeline.frames else {
        throw Failure(.usage, Message.pastTheEnd(text, timeline.frames))
      }
      return frame
    }
    let names = timeline.sections.map { $0.name.lowercased() }
    let wanted = text.lowercased()
    if let index = names.firstIndex(of: wanted) ?? names.firstIndex(where: { $0.hasPrefix(wanted) })
    {
      return timeline.sections[index].start
    }
    let near = nearest(to: wanted, in: names)
      .flatMap { name in timeline.sections.first { $0.name.lowercased() == name } }
    let named = timeline.sections.map { visible($0.name) }.filter { !$0.isEmpty }
    let others =
      named.isEmpty ? Message.writeTime : .writeTimeOrSection(named.joined(separator: ", "))
    let advice = near.map { Message.meantSection($0.name) } ?? others
    throw Failure(.usage, Message.noSuchSection(text, advice))
  }

  /// `3:20` or `1:02:30`.
  private static func clock(_ text: String) -> Frames? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      numbers.allSatisfy({ $0 >= 0 && $0 < 10_000 }), numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return Frames(numbers.reduce(0) { $0 * 60 + $1 } * Frames.rate)
  }
}
