import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import KindlySound
public import KindlyTimeline

extension Composer {
  /// A number that changes whenever anything of a composed timeline would sound different: its
  /// events, the samples of its words, the text of its bells. For telling whether a file that was
  /// written from it is still right; not a secret.
  /// - Throws: `Unfit` when a bell can't be read any more.
  public func fingerprint(of timeline: Timeline) throws(Unfit) -> UInt64 {
    var print = Fingerprint()
    print.add(timeline)
    var seen: Set<Utterance> = []
    var bells: Set<String> = []
    for event in timeline.events {
      switch event.kind {
      case .speech(let speech) where seen.insert(speech.utterance).inserted:
        if let clip = clips[speech.utterance]?.clip { clip.withSamples { print.add($0) } }
      case .bell(let strike) where bells.insert(strike.bell).inserted:
        print.add(try text(.bell, strike.bell).source.bytes)
      default: break
      }
    }
    for background in timeline.backgrounds where !background.isFile {
      print.add(try text(.background, background.name).source.bytes)
    }
    return print.value
  }
}
