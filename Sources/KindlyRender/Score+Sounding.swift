import KindlyTimeline

extension Score {
  /// The spans in which something sounds, in order and apart from each other; every other frame of a
  /// `Renderer` is exactly zero.
  ///
  /// - Parameter stem: only this one; nil for the whole mix.
  public func sounding(_ stem: Stem? = nil) -> [Range<Int64>] {
    let lanes = [
      (Stem.voice, voice), (.bells, bells), (.breath, breath), (.background, background.lane),
    ]
    var spans = lanes.filter { stem == nil || stem == $0.0 }.flatMap { _, lane in
      (0..<lane.count).map { lane.starts[$0]..<lane.ends[$0] }
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    var apart: [Range<Int64>] = []
    for span in spans {
      let span = span.clamped(to: 0..<frames.count)
      if span.isEmpty { continue }
      if let before = apart.last, span.lowerBound <= before.upperBound {
        apart[apart.count - 1] =
          before.lowerBound..<max(before.upperBound, span.upperBound)
      } else {
        apart.append(span)
      }
    }
    return apart
  }
}
