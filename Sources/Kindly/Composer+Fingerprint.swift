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
    print.add(timeline.json.line.utf8)
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
    return print.value
  }
}

/// FNV-1a with 64 bits, taking a sample at a time where there are samples.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(UInt64(byte)) }
  }

  mutating func add(_ samples: UnsafeBufferPointer<Float>) {
    for sample in samples { add(UInt64(sample.bitPattern)) }
  }

  mutating func add(_ part: UInt64) {
    value = (value ^ part) &* 0x0000_0100_0000_01b3
    // A product never carries a high bit down; this does.
    value ^= value >> 29
  }
}
