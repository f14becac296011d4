import Glibc
import Kindly
import KindlyTimeline
import Synchronization

extension Document {
  /// A picture as it goes to paper: the whole in rows, as `kindly timeline --picture` draws it.
  func printed(_ query: [String: String]) -> Answer {
    guard let picture = picture(query["picture"].flatMap { Int($0) }) else {
      return .refused(410, "That picture is gone; there is a newer one.")
    }
    let timeline = picture.performance.timeline
    let known = state.withLock(\.shapes)
    let loudness = timeline.events.enumerated().reduce(into: [Int: [Float]]()) { shapes, event in
      guard case .speech(let speech) = event.element.kind,
        let shape = known.shape(of: speech.utterance), !shape.isEmpty
      else { return }
      shapes[event.offset] = Envelope.levels(of: shape)
    }
    return Answer(
      type: "image/svg+xml", body: Array(timeline.picture(theme: .light, shapes: loudness).utf8))
  }
}
