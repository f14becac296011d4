import KindlyBase
import KindlySound

extension Biquad.Shape {
  /// A filter of a voice's tone.
  init(_ filter: Voice.Filter) {
    switch filter.shape {
    case .highPass: self = .highPass(filter.frequency, q: filter.q)
    case .lowPass: self = .lowPass(filter.frequency, q: filter.q)
    case .lowShelf: self = .lowShelf(filter.frequency, gain: filter.gain, q: filter.q)
    case .highShelf: self = .highShelf(filter.frequency, gain: filter.gain, q: filter.q)
    case .peak: self = .peak(filter.frequency, gain: filter.gain, q: filter.q)
    }
  }
}
