import KindlySound
import Synchronization

/// Filters by source rate: each takes a millisecond to design and a megabyte, engines use one each.
private let resamplers = Mutex<[Int: Resampler]>([:])

extension Resampler {
  /// The resampler to 48 kHz, designed once.
  static func toSession(from source: Int) -> Resampler {
    resamplers.withLock { made in
      if let resampler = made[source] { return resampler }
      let resampler = Resampler(from: source, to: 48_000)
      made[source] = resampler
      return resampler
    }
  }
}
