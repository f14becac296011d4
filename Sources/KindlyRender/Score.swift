public import KindlySound
public import KindlyTimeline

/// Everything a `Renderer` needs to sound a session: a timeline together with its samples and bells.
///
/// Control side; immutable, and the owner of all memory the audio thread reads. It may be played and
/// written to a file at the same time, by a renderer each.
public final class Score: @unchecked Sendable {  // immutable after init
  /// Length of the session, with the last bell rung out.
  public let frames: Frames
  /// The constant factor on the whole session.
  public let gain: Float
  /// A further constant factor on the bells: 1, or less where so much sounds together that a peak
  /// could pass −1 dBTP.
  public let bellsGain: Float
  /// The same for the backgrounds.
  public let backgroundGain: Float
  /// Length of the fade to silence at the end; zero for none.
  public let fadeOut: Frames

  /// Clips in order, and where they lie.
  let clips: [Clip]
  let voice: Lane
  let samples: UnsafePointer<UnsafePointer<Float>>
  /// Breath tones and where they lie.
  let breath: Lane
  let tones: UnsafePointer<BreathTone>
  /// Strikes and where they lie.
  let bells: Lane
  let strikes: UnsafePointer<BellSound>
  /// What lies under all of it.
  let background: BackgroundLane
  /// The soft strike that ends a session early, if the session has a bell.
  let closing: StruckBell?
  /// The most bells that ring in one block, and the most oscillations of one.
  let ringing: Int
  let oscillations: Int
  private let struck: [StruckBell]
  private let backgrounds: [BackgroundSound]

  /// Puts a session together.
  ///
  /// - Parameters:
  ///   - timeline: What happens when.
  ///   - gain: The session's factor, 1 for speech at `LoudnessScale.voice`. No true peak of a clip may
  ///     be above `LoudnessScale.voicePeak` then.
  ///   - fadeOut: How long the end fades to silence, for falling asleep.
  ///   - closing: Rings when the session is ended early and gently; nil for no bell.
  ///   - clip: The samples of an utterance; nil is silence. Heard in full, from the event's start.
  ///   - bell: The struck bell of a strike; nil is silence. Give the same one for equal strikes.
  ///   - background: The sound of a background; nil is silence.
  public init<Failure: Error>(
    _ timeline: Timeline, gain: Float = 1, fadeOut: Frames = .zero,
    closing: StruckBell? = nil,
    clip: (Utterance) throws(Failure) -> Clip?, bell: (Strike) throws(Failure) -> StruckBell?,
    background: (BackgroundSpan) throws(Failure) -> BackgroundSound?
  ) throws(Failure) {
    var voice: [(Range<Int64>, Clip)] = []
    var breath: [(Range<Int64>, BreathTone)] = []
    var bells: [(Range<Int64>, StruckBell)] = []
    for event in timeline.events {
      let start = event.start.count
      switch event.kind {
      case .speech(let speech):
        guard let clip = try clip(speech.utterance), clip.count > 0 else { continue }
        voice.append((start..<start + Int64(clip.count), clip))
      case .bell(let strike):
        guard let struck = try bell(strike), struck.frames > 0 else { continue }
        bells.append((start..<start + struck.frames, struck))
      case .breath(let half):
        guard event.frames > .zero else { continue }
        let tone = BreathTone(half == .inward ? .inward : .outward, frames: event.frames.count)
        breath.append((start..<start + event.frames.count, tone))
      case .pause: continue
      }
    }
    var beds: [(BackgroundSpan, BackgroundSound)] = []
    for span in timeline.backgrounds where span.frames > .zero {
      if let sound = try background(span) { beds.append((span, sound)) }
    }
    // A stable order: of two that start together the earlier event sounds first in the sum.
    voice.sort { $0.0.lowerBound < $1.0.lowerBound }
    breath.sort { $0.0.lowerBound < $1.0.lowerBound }
    bells.sort { $0.0.lowerBound < $1.0.lowerBound }

    frames = timeline.frames
    self.gain = gain
    beds.sort { $0.0.start < $1.0.start }
    let headroom = Headroom(
      gain: gain, voice: voice.map(\.0), breath: breath.map { ($0.0, $0.1.peak) }, bells: bells,
      beneath: beds.map(Self.bound))
    (bellsGain, backgroundGain) = (headroom.bellsGain, headroom.backgroundGain)
    self.fadeOut = fadeOut
    self.closing = closing
    clips = voice.map(\.1)
    self.voice = Lane(voice.map(\.0))
    samples = Self.memory(voice.compactMap(\.1.samples.baseAddress))
    self.breath = Lane(breath.map(\.0))
    tones = Self.memory(breath.map(\.1))
    self.bells = Lane(bells.map(\.0))
    struck = bells.map(\.1)
    strikes = Self.memory(struck.map(\.sound))
    self.background = BackgroundLane(
      beds, words: timeline.spokenStretches, trim: headroom.backgroundGain)
    backgrounds = beds.map(\.1)
    ringing = Lane.crowd(bells.map(\.0))
    oscillations = (struck + [closing].compactMap(\.self)).map(\.oscillations).max() ?? 0
  }

  /// Puts a session without backgrounds together.
  public convenience init<Failure: Error>(
    _ timeline: Timeline, gain: Float = 1, fadeOut: Frames = .zero,
    closing: StruckBell? = nil,
    clip: (Utterance) throws(Failure) -> Clip?, bell: (Strike) throws(Failure) -> StruckBell?
  ) throws(Failure) {
    try self.init(
      timeline, gain: gain, fadeOut: fadeOut, closing: closing, clip: clip,
      bell: bell, background: { (_) throws(Failure) in nil })
  }

  /// Has every clip that sounds in a stretch of frames in memory as long as the answer lives; what can't
  /// be had is silent. What plays live is attended by a `Residency` instead. Control side, any thread.
  func holdClips(_ frames: Range<Int64>) -> HeldClips {
    let first = voice.first(endingAfter: frames.lowerBound)
    let end = max(first, voice.first(startingAt: frames.upperBound))
    return HeldClips(filling: clips[first..<end])
  }

  /// Whether something lies under the session.
  public var hasBackground: Bool { !backgrounds.isEmpty }

  /// Has the backgrounds of a stretch of frames in memory as long as the answer lives. Whoever renders a
  /// score with a background holds what is rendered; a frame that nobody holds has none. Control side,
  /// any thread.
  public func hold(_ frames: Range<Int64>) -> [BackgroundChunks.Hold] {
    backgrounds.enumerated().compactMap { part, sound in
      background.frames(of: part, in: frames).map(sound.chunks.hold)
    }
  }

  deinit {
    voice.free()
    breath.free()
    bells.free()
    background.free()
    samples.deallocate()
    tones.deallocate()
    strikes.deallocate()
  }

  /// How high a background's peaks are at its level, between words and under them.
  private static func bound(_ span: BackgroundSpan, _ sound: BackgroundSound) -> Headroom.Beneath {
    let peak = sound.peak + span.level
    return Headroom.Beneath(
      range: span.start.count..<(span.start + span.frames).count,
      peak: Float(MathFunctions.amplitude(decibels: peak)),
      peakUnderWords: Float(MathFunctions.amplitude(decibels: peak - max(0, sound.dip))))
  }

  private static func memory<Part: BitwiseCopyable>(_ parts: [Part]) -> UnsafePointer<Part> {
    let memory = UnsafeMutablePointer<Part>.allocate(capacity: max(1, parts.count))
    memory.initialize(from: parts, count: parts.count)
    return UnsafePointer(memory)
  }
}
