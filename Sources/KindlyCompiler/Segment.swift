/// The parts between two pins; segments are solved alone.
struct Segment {
  /// Its parts, by index.
  var parts: Range<Int>
  /// The frame of the pin before it; 0 for the first one.
  var from: Int64
  /// The frame of the pin at which it ends; the last one may end anywhere.
  var end: Int64
  /// The frame at which it ends and the pin's place; nil for the last one.
  var pin: (frame: Int64, origin: Origin)?
  /// Frames of sound in it.
  var sounds: Int64 = 0
  /// Its silences.
  var glues: [Glue] = []
  /// Which part each silence is.
  var places: [Int] = []

  /// Collects what stands in a range of parts.
  init(
    _ range: Range<Int>, of parts: [Part], from: Int64 = 0,
    pin: (frame: Int64, origin: Origin)? = nil
  ) {
    self.parts = range
    self.from = from
    self.pin = pin
    end = pin?.frame ?? .max
    for index in range {
      switch parts[index] {
      case .sound(_, let frames): sounds += frames
      case .silence(let stretch):
        glues.append(stretch.glue)
        places.append(index)
      case .heading, .background, .pin: break
      }
    }
  }

  /// Its shortest length.
  var shortest: Int64 { sounds + glues.reduce(0) { $0 + $1.floor } }
  /// Its length when nobody asks for another.
  var natural: Int64 { sounds + glues.reduce(0) { $0 + $1.natural } }
  /// Its longest length; nil when it may grow without end.
  var longest: Int64? {
    var sum = sounds
    for glue in glues {
      guard glue.ceiling != Glue.unlimited else { return nil }
      sum += glue.ceiling
    }
    return sum
  }
}

/// The segments of a session, in order: at least one, and the last has no pin.
func segments(of parts: [Part]) -> [Segment] {
  var segments: [Segment] = []
  var (start, from) = (0, Int64(0))
  for (index, part) in parts.enumerated() {
    guard case .pin(let frame, let origin) = part else { continue }
    segments.append(Segment(start..<index + 1, of: parts, from: from, pin: (frame, origin)))
    (start, from) = (index + 1, frame)
  }
  segments.append(Segment(start..<parts.count, of: parts, from: from))
  return segments
}
