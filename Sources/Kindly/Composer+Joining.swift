public import KindlyBase
public import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyTimeline

extension Composer {
  /// Several practices as one session.
  public struct Joined: Sendable {
    /// What is told of it: titles and names of all, the first author and the first note of care.
    public var manuscript: Manuscript
    /// What happens when.
    public var composition: Composition
    /// Where each practice begins.
    public var starts: [Frames]
  }

  /// Several composed practices one after another, as one session: their manuscripts and compositions,
  /// at least one of each, all of this composer.
  public func joined(_ manuscripts: [Manuscript], _ compositions: [Composition]) -> Joined {
    var manuscript = manuscripts[0]
    guard manuscripts.count > 1 else {
      return Joined(manuscript: manuscript, composition: compositions[0], starts: [.zero])
    }
    let title = manuscripts.map(\.title).joined(separator: ", ")
    manuscript.text.name = manuscripts.map(\.text.name).joined(separator: " + ")
    manuscript.reading.tree.header.title = Located(title, at: SourceSpan(0, 0))
    manuscript.reading.tree.header.care =
      manuscripts.lazy.compactMap(\.reading.tree.header.care).first
    var composition = compositions[0]
    let timelines = zip(manuscripts, compositions).enumerated().map { place, one in
      // Lines are those of the first practice unless a file is named.
      place == 0 ? one.1.timeline : one.1.timeline.naming(one.0.text.source.path)
    }
    composition.timeline = .joined(timelines, title: title)
    composition.warnings = compositions.flatMap(\.warnings)
    composition.summary = .joined(compositions.map(\.summary))
    var starts: [Frames] = [.zero]
    for timeline in timelines.dropLast() {
      starts.append(starts[starts.count - 1] + timeline.frames)
    }
    return Joined(manuscript: manuscript, composition: composition, starts: starts)
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
