import KindlyLibrary
import KindlySpeech
import KindlyLanguage
import KindlySound
import KindlyTimeline

extension Composition {
  /// A number that changes whenever anything of it would sound different: its events, the samples of
  /// its words, the text of its bells and backgrounds. For telling whether a file that was written from
  /// it is still right; not a secret.
  public var fingerprint: UInt64 {
    var print = Fingerprint()
    print.add(timeline)
    var seen: Set<Utterance> = []
    var struck: Set<String> = []
    for event in timeline.events {
      switch event.kind {
      case .speech(let speech) where seen.insert(speech.utterance).inserted:
        if let clip = self.speech[speech.utterance]?.clip {
          let samples = clip.copied() ?? []
          samples.withUnsafeBufferPointer { print.add($0) }
        }
      case .bell(let strike) where struck.insert(strike.bell).inserted:
        if let bell = bells[strike.bell] { print.add(bell.source.bytes) }
      default: break
      }
    }
    for span in timeline.backgrounds {
      if let background = backgrounds[span.name] { print.add(background.source.bytes) }
    }
    return print.value
  }
}
