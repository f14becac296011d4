public import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyTimeline

extension Composition {
  /// Several practices as one session.
  public struct Joined: Sendable {
    /// What happens when, and what is told of it: titles and names of all, the first author and the
    /// first note of care.
    public var composition: Composition
    /// Where each practice begins.
    public var starts: [Frames]
  }

  /// Several compositions one after another, as one session: at least one.
  public static func joined(_ compositions: [Composition]) -> Joined {
    var joined = compositions[0]
    guard compositions.count > 1 else { return Joined(composition: joined, starts: [.zero]) }
    let manuscripts = compositions.map(\.manuscript)
    let title = manuscripts.map(\.title).joined(separator: ", ")
    joined.manuscript.text.name = manuscripts.map(\.name).joined(separator: " + ")
    joined.manuscript.day = nil
    joined.manuscript.reading.tree.header.title = Located(title, at: SourceSpan(0, 0))
    joined.manuscript.reading.tree.header.care =
      manuscripts.lazy.compactMap(\.reading.tree.header.care).first
    let timelines = compositions.enumerated().map { place, one in
      // Lines are those of the first practice unless a file is named.
      place == 0 ? one.timeline : one.timeline.naming(one.manuscript.text.source.path)
    }
    joined.timeline = .joined(timelines, title: title)
    joined.warnings = compositions.flatMap(\.warnings)
    joined.summary = .joined(compositions.map(\.summary))
    joined.foreignWishes = compositions.lazy.compactMap(\.foreignWishes).first
    for other in compositions.dropFirst() {
      joined.notices += other.notices.filter { !joined.notices.contains($0) }
      joined.sources.merge(other.sources) { first, _ in first }
      joined.speech.merge(other.speech) { first, _ in first }
      joined.bells.merge(other.bells) { first, _ in first }
      joined.backgrounds.merge(other.backgrounds) { first, _ in first }
    }
    var starts: [Frames] = [.zero]
    for timeline in timelines.dropLast() {
      starts.append(starts[starts.count - 1] + timeline.frames)
    }
    return Joined(composition: joined, starts: starts)
  }
}

extension Timeline {
  /// The same with the practice's file named at each of its own lines.
  fileprivate func naming(_ path: String) -> Timeline {
    var timeline = self
    for index in events.indices where events[index].file == nil {
      timeline.events[index].file = path
    }
    for index in backgrounds.indices where backgrounds[index].file == nil {
      timeline.backgrounds[index].file = path
    }
    return timeline
  }
}
