public import KindlyTimeline

extension Score {
  /// How loud words are, for the eye: for each event of a timeline in which words are heard, by its
  /// place, the highest sample, 0 to 1 and more, of every twentieth of a second.
  ///
  /// Control side; waits for what is not spoken yet. Equal utterances are looked at once.
  /// - Parameter timeline: the one this score was made from.
  public func shapes(of timeline: Timeline) -> [Int: [Float]] {
    let step = Int(Frames.rate / 20)
    var renderer = Renderer(self, only: .voice)
    var block = [Float](repeating: 0, count: 2 * step)
    var known: [Utterance: [Float]] = [:]
    var shapes: [Int: [Float]] = [:]
    for (index, event) in timeline.events.enumerated() {
      guard case .speech(let speech) = event.kind else { continue }
      if known[speech.utterance] == nil {
        renderer.seek(to: event.start.count)
        var shape: [Float] = []
        var left = Int(event.frames.count)
        while left > 0 {
          let wanted = min(step, left)
          let made = block.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { renderer.renderHeld(into: $0, frames: wanted) } ?? 0
          }
          guard made > 0 else { break }
          shape.append(block.prefix(2 * made).reduce(0) { max($0, abs($1)) })
          left -= made
        }
        known[speech.utterance] = shape
      }
      shapes[index] = known[speech.utterance]
    }
    return shapes
  }
}
