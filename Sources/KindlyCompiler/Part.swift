/// A piece of the finished order of a session: parts follow each other without holes.
enum Part {
  /// Something is heard, for so many frames; a strike takes none, what follows rings over it.
  case sound(Moment.Sound, frames: Int64)
  /// Silence.
  case silence(Stretch)
  /// A section begins here.
  case heading(Moment.Heading)
  /// Something else lies under the session from here on.
  case background(BackgroundChange)
  /// Here it is so many frames since the practice began.
  case pin(Int64, Origin)
}

/// A silence between two sounds, or a part of it.
struct Stretch {
  /// What it may become.
  var glue: Glue
  /// Who asks for it.
  var cause: Moment.Cause
  /// Where it is written; where the sound before it is written for a default.
  var origin: Origin
  /// Bells within it.
  var interval: Moment.Interval?
  /// Whether it is what lies before a pin.
  var isBeforePin = false
}
