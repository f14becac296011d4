import KindlySound

/// What is heard when: the place in the session, its fades, and how device frames map to it.
///
/// Audio thread. Knows no device: it turns commands into runs of samples. Frames here are those of
/// the device's rate.
struct Transport: ~Copyable {
  /// What follows when a fade has reached silence.
  private enum Turn { case none, hold, jump(Int64), end }
  private enum Mode { case holding, sounding, ended }

  private let source: BlockSource
  private var mode = Mode.holding
  private var wasStopped = false
  private var turn = Turn.none
  private var gate = Ramp(from: 0, to: 0, frames: 0)
  private var gateAge: Int64 = 0
  private var volume: Ramp
  private var volumeAge: Int64 = 0
  /// The next frame to ask for, and where to go on after a pause.
  private var next: Int64
  private var place: Int64
  private let fadeIn: Int64
  /// How many seeks were asked for.
  private var seeks: Int64 = 0
  /// Device frames produced so far.
  private(set) var produced: Int64 = 0
  /// Since which device frame there is only silence to come; nil while there is sound to come.
  private(set) var silentSince: Int64? = 0
  /// Whether the last run was nothing but zeros.
  private(set) var isQuiet = true
  /// Which place in the session each device frame holds.
  private(set) var places: PlaceMap

  init(_ source: BlockSource, at frame: Int64, volume: Float, rate: Int) {
    self.source = source
    next = frame
    place = frame
    self.volume = Ramp(from: volume, to: volume, frames: 0)
    fadeIn = Int64(rate / 100)
    places = PlaceMap(at: frame)
  }

  /// Whether the session has ended, or was ended, and no more sound will come.
  var hasEnded: Bool { if case .ended = mode { true } else { false } }
  /// Whether the listener wants to hear something.
  var wantsSound: Bool {
    switch (mode, turn) {
    case (.sounding, .none), (.sounding, .jump): true
    default: false
    }
  }

  /// Goes on where it stopped, fading in.
  mutating func play() {
    switch (mode, turn) {
    case (.holding, _): enter(at: place, fade: fadeIn)
    // On the way into a pause: that fade ends, then it fades in where the pause would have begun.
    case (.sounding, .hold): turn = .jump(place)
    default: break
    }
  }

  /// Holds the place, after a fade.
  mutating func pause(fade: Int64) {
    guard case .sounding = mode else { return }
    if case .jump(let goal) = turn {
      place = goal
      turn = .hold
      begin(place: goal, moves: false)
      return
    }
    guard wantsSound else { return }
    place = next
    leave(.hold, fade: fade)
    begin(place: place, moves: false)
  }

  /// Goes on at another frame, after a fade; what ends already stays where it is.
  mutating func seek(to frame: Int64, fade: Int64) {
    seeks += 1
    switch (mode, turn) {
    case (.sounding, .none): leave(.jump(frame), fade: fade)
    case (.sounding, .jump): turn = .jump(frame)
    case (.sounding, .hold), (.holding, _):
      place = frame
      begin(place: frame, moves: false)
    case (.sounding, .end): begin(place: next, moves: true)
    case (.ended, _): begin(place: place, moves: false)
    }
  }

  /// Ends, after a fade.
  mutating func stop(fade: Int64) {
    wasStopped = true
    switch mode {
    case .sounding: leave(.end, fade: fade)
    case .holding, .ended: finish()
    }
  }

  /// Changes the volume within 20 ms.
  mutating func setVolume(_ gain: Float) {
    volume = Ramp(from: volume.gain(at: volumeAge), to: gain, frames: 2 * fadeIn)
    volumeAge = 0
  }

  /// Begins again at what was heard at a device frame; what was produced after it is lost, but not
  /// where the listener asked to be.
  ///
  /// `count` is the device's count of frames from now on; `fade` the length of the fade-in.
  mutating func resume(from heard: Int64, count: Int64, fade: Int64) {
    let place = places.place(goingOnFrom: heard)
    produced = count
    places.forget()
    switch (mode, turn) {
    case (.sounding, .none): enter(at: place, fade: fade)
    case (.sounding, .jump(let goal)): enter(at: goal, fade: fade)
    case (.sounding, .hold): hold()
    case (.sounding, .end): finish()
    case (.holding, _):
      silentSince = produced
      begin(place: self.place, moves: false)
    case (.ended, _):
      // The end itself was not heard yet: sound again what is left.
      if !wasStopped, heard < silentSince ?? heard {
        enter(at: place, fade: fade)
      } else {
        finish()
      }
    }
  }

  /// Holds at once what was heard at a device frame, without a fade: the device is silent anyway.
  ///
  /// Tells whether there was more to hear, so that it should go on when it can.
  mutating func hold(from heard: Int64, count: Int64) -> Bool {
    let hasMore: Bool
    switch (mode, turn) {
    case (.holding, _): hasMore = false
    case (.sounding, .none):
      place = places.place(goingOnFrom: heard)
      hasMore = true
    case (.sounding, .jump(let goal)):
      place = goal
      hasMore = true
    case (.sounding, .hold): hasMore = false
    case (.sounding, .end): return endAtOnce(count)
    case (.ended, _):
      guard !wasStopped, let silentSince, heard < silentSince else { return endAtOnce(count) }
      place = places.place(goingOnFrom: heard)
      hasMore = true
    }
    produced = count
    places.forget()
    hold()
    return hasMore
  }

  private mutating func endAtOnce(_ count: Int64) -> Bool {
    let last = place(at: count)
    produced = count
    places.forget()
    mode = .ended
    turn = .none
    silentSince = count
    begin(place: last, moves: false)
    return false
  }

  /// The place in the session at a device frame.
  func place(at frame: Int64) -> Int64 { places.segment(at: frame).place(at: frame) }

  /// Writes a run of up to `frames` frames of interleaved stereo; tells how many, and the place in
  /// the session of the first. Whoever needs more asks again.
  mutating func run(into out: UnsafeMutablePointer<Float>, frames: Int) -> (Int, place: Int64) {
    guard case .sounding = mode else {
      for sample in 0..<2 * frames { out[sample] = 0 }
      isQuiet = true
      produced += Int64(frames)
      return (frames, next)
    }
    // A run ends with its fade, so that what follows begins on its own frame.
    let wanted = gateAge < gate.frames ? min(frames, Int(gate.frames - gateAge)) : frames
    let first = next
    let count = source.fill(source.context, first, out, wanted)
    isQuiet = Self.isSilent(out, samples: 2 * count)
    if gateAge < gate.frames || gate.to != 1 {
      gate.apply(to: out, frames: count, channels: 2, at: gateAge)
    }
    if volumeAge < volume.frames || volume.to != 1 {
      volume.apply(to: out, frames: count, channels: 2, at: volumeAge)
    }
    gateAge += Int64(count)
    volumeAge += Int64(count)
    next += Int64(count)
    produced += Int64(count)
    switch turn {
    // Nothing is left to fade, but the listener wants to go elsewhere.
    case .jump where count < wanted: turnOver()
    case _ where count < wanted: finish()
    default: if gateAge >= gate.frames { turnOver() }
    }
    return (count, first)
  }

  private static func isSilent(_ samples: UnsafePointer<Float>, samples count: Int) -> Bool {
    var place = 0
    while place < count, samples[place] == 0 { place += 1 }
    return place == count
  }

  /// Does what was to follow the fade.
  private mutating func turnOver() {
    switch turn {
    case .none: break
    case .hold: hold()
    case .jump(let goal): enter(at: goal, fade: fadeIn)
    case .end: finish()
    }
  }

  private mutating func enter(at frame: Int64, fade: Int64) {
    mode = .sounding
    turn = .none
    next = frame
    place = frame
    // The beginning is heard as it was made, as in a file.
    gate = Ramp(from: 0, to: 1, frames: frame > 0 ? fade : 0)
    gateAge = 0
    silentSince = nil
    begin(place: frame, moves: true)
  }

  private mutating func leave(_ turn: Turn, fade: Int64) {
    // A fade that is under way already is not made longer, but ends in something else.
    if gate.to != 0 || gateAge >= gate.frames {
      gate = Ramp(from: gate.gain(at: gateAge), to: 0, frames: max(1, fade))
      gateAge = 0
    }
    self.turn = turn
  }

  private mutating func hold() {
    mode = .holding
    turn = .none
    silentSince = produced
    begin(place: place, moves: false)
  }

  private mutating func finish() {
    if case .sounding = mode { place = next }
    mode = .ended
    turn = .none
    if silentSince == nil { silentSince = produced }
    begin(place: place, moves: false)
  }

  private mutating func begin(place: Int64, moves: Bool) {
    places.begin(
      PlaceMap.Segment(device: produced, place: place, moves: moves, seeks: seeks))
  }
}
