import Kindly
import KindlyLanguage
import KindlyLibrary
import KindlyTimeline

extension SittingIdentity {
  /// What a sitting with some practices is kept and written down as.
  /// - Parameters:
  ///   - named: what is played, at least one.
  ///   - manuscript: what is told of all of them.
  ///   - settings: what was asked on the command line.
  init(of named: [NamedPractice], as manuscript: Manuscript, settings: [PresetSetting: String]) {
    let day = named[0].day?.number
    let texts = named.map(\.manuscript.text)
    func key(_ paths: [String]) -> String { paths.joined(separator: " + ") + " \(day ?? 0)" }
    let isSit = named[0].manuscript.isSit
    self.init(
      key: key(
        texts.map { $0.origin == .file ? CourseKeeping.absolute($0.source.path) : $0.source.path }),
      keyBefore: key(texts.map(\.source.path)), practices: named.map(\.argument), isSit: isSit,
      asked: Preset.words(of: settings), title: manuscript.title, practice: manuscript.text.name,
      day: day, author: manuscript.reading.tree.header.author?.value)
  }

  /// Where it was left the last time.
  func leftPlace(in folders: Folders) -> KeptPlace? {
    KeptPlace.kept(for: key, before: keyBefore, in: folders)
  }

  /// Its place now.
  func place(at frame: Frames, in timeline: Timeline, heard: Frames) -> KeptPlace {
    var place = KeptPlace(sitting: key, frame: frame.count, frames: timeline.frames.count)
    place.when = JournalTime.now()
    place.title = title
    place.mark = timeline.mark(at: frame)
    place.heard = heard.count
    place.practices = practices
    place.isSit = isSit
    place.asked = asked
    return place
  }
}
