import KindlyBase

extension AudioThread {
  /// Tells readers what is heard.
  func publish(heard: Int64, at time: Int64 = Clock.now(), runs: Bool) {
    let segment = transport.places.segment(at: heard)
    let following =
      transport.places.segment(after: heard)
      ?? PlaceMap.Segment(device: .max, place: 0, moves: false)
    anchor = Anchor(
      heard: heard, time: time, written: writer.written, runs: runs, segment: segment,
      following: following)
    shared.anchor.publish(anchor)
  }

  /// Device frames a second of the monotonic clock.
  var speed: Double { Double(config.rate) * config.pace }

  /// The device's frames as frames of the session.
  func sessionFrame(_ frame: Int64) -> Int64 {
    (frame * Frames.rate + Int64(config.rate) / 2) / Int64(config.rate)
  }
}
