import KindlySound
import Synchronization
import KindlyTimeline

/// Answers "frames n ..< n + k of this session", in stereo, for the loudspeaker and for files alike.
///
/// Audio side: made and freed on the control side, called by one thread at a time. What it answers
/// depends neither on the size of blocks nor on what was asked before; only a `Mixer` that was
/// touched leaves its mark. Sound is made in blocks of 64 frames on the grid of the timeline.
public struct Renderer: ~Copyable {
  /// Never read by the audio thread; they keep alive what it reads.
  private let score: Score
  private let mixer: Mixer

  /// What `renderHeld` renders from; never touched by the audio thread.
  private var heldClips: HeldClips?

  private let cells: MixCells.Place
  private let hasVoice: Bool
  private let hasBells: Bool
  private let hasBreath: Bool
  private let hasBackground: Bool
  private let gain: Float
  private let bellsTrim: Float
  private let fades: Fades
  /// Length of the closing bell; 0 if there is none.
  private let closingFrames: Int64
  private let voice: Lane
  private let samples: UnsafePointer<UnsafePointer<Float>>
  private let breath: Lane
  private let tones: UnsafePointer<BreathTone>
  private let bells: Lane
  private var belfry: ActiveBells
  private let background: BackgroundLane
  private var gains = StemGains()
  private var leaving: Ending?
  private var stopping: Ending?
  /// How the background goes when the session ends early and gently.
  private var leavingBackground = BackgroundLeave()

  private let stems = StemBlock()
  /// The block that `stems` holds; −1 for none.
  private var held: Int64 = -1
  private var position: Int64 = 0

  /// One past the last frame that sounds; earlier than the score's once the session ends early.
  public private(set) var end: Int64

  /// Makes a renderer at frame 0, of the whole mix or of one stem alone. The stems added in Float32,
  /// ((voice + bells) + breath) + background, are the mix bit for bit.
  ///
  /// Where the score has a background, hold the frames that are rendered (`Score.hold`), or call
  /// `renderHeld`.
  ///
  /// `fadeIn`: Frames over which everything comes up from silence, for waking; empty for none.
  public init(
    _ score: Score, mixer: Mixer = Mixer(), only stem: Stem? = nil,
    fadeIn: Range<Int64> = 0..<0
  ) {
    self.score = score
    self.mixer = mixer
    cells = mixer.cells
    hasVoice = stem == nil || stem == .voice
    hasBells = stem == nil || stem == .bells
    hasBreath = stem == nil || stem == .breath
    hasBackground = score.hasBackground && (stem == nil || stem == .background)
    gain = score.gain
    bellsTrim = score.bellsGain
    end = score.frames.count
    fades = Fades(fadeIn: fadeIn, fadeOut: score.fadeOut.count, whole: end)
    closingFrames = score.closing?.frames ?? 0
    voice = score.voice
    samples = score.samples
    breath = score.breath
    tones = score.tones
    bells = score.bells
    belfry = ActiveBells(score)
    background = score.background
  }

  deinit { stems.free() }

  /// Goes to a frame; the next `render` begins there.
  @_noLocks
  public mutating func seek(to frame: Int64) { position = max(0, frame) }

  /// Has the backgrounds of a stretch in memory as long as the answer lives.
  func hold(_ frames: Range<Int64>) -> [BackgroundChunks.Hold] { score.hold(frames) }

  /// Has the clips of a stretch in memory until the next stretch is held: most go on in it.
  mutating func holdClips(_ frames: Range<Int64>) {
    if hasVoice { heldClips = score.holdClips(frames) }
  }

  /// The frame that comes next.
  public var nextFrame: Int64 {
    @_noLocks get { position }
  }

  /// Writes up to `frames` frames of interleaved stereo and goes on behind them.
  ///
  /// Audio thread: never locks, allocates or waits. Gives fewer frames than were asked for only at
  /// the end of the session, and 0 behind it; the rest of `out` is left alone.
  @_noLocks
  public mutating func render(into out: UnsafeMutablePointer<Float>, frames: Int) -> Int {
    obeyEnding()
    var done = 0
    while done < frames, position < end {
      let silent = silentFrames(upTo: Int64(frames - done))
      if silent > 0 {
        (out + 2 * done).update(repeating: 0, count: 2 * silent)
        done += silent
        position += Int64(silent)
        continue
      }
      let block = position / 64
      if block != held { make(block) }
      let offset = Int(position - block * 64)
      let count = min(min(64 - offset, frames - done), Int(end - position))
      UnsafeMutableRawPointer(out + 2 * done).copyMemory(
        from: stems.mix + 2 * offset, byteCount: 2 * count * MemoryLayout<Float>.stride)
      done += count
      position += Int64(count)
    }
    return done
  }

  /// Writes frames from `frame` on, wherever the last ones were: what a loudspeaker asks for.
  ///
  /// Audio thread, as `render(into:frames:)`.
  @_noLocks
  public mutating func render(
    from frame: Int64, into out: UnsafeMutablePointer<Float>, frames: Int
  ) -> Int {
    seek(to: frame)
    return render(into: out, frames: frames)
  }

  /// How many whole blocks from here on, in frames up to `frames`, hold nothing that sounds; 0 within
  /// a block. They are as they would be made, and the gains have passed over them.
  @_noLocks
  private mutating func silentFrames(upTo frames: Int64) -> Int {
    if case .some = leaving { return 0 }
    if case .some = stopping { return 0 }
    guard position % 64 == 0 else { return 0 }
    var next = end
    if hasVoice { next = min(next, voice.nextSound(from: position)) }
    if hasBells { next = min(next, bells.nextSound(from: position)) }
    if hasBreath { next = min(next, breath.nextSound(from: position)) }
    if hasBackground { next = min(next, background.lane.nextSound(from: position)) }
    let silent = min(next - position, frames) / 64 * 64
    guard silent > 0 else { return 0 }
    gains.follow(cells)
    gains.pass(silent)
    return Int(silent)
  }

  /// Makes the mix of one block.
  @_noLocks
  private mutating func make(_ block: Int64) {
    stems.clear()
    let first = block * 64
    if hasVoice { speak(from: first) }
    if hasBells { belfry.add(into: stems.bells, block: block) }
    if hasBreath { breathe(from: first) }
    if hasBackground { background.add(into: stems.background, from: first) }
    gains.follow(cells)
    held = block
    if stems.isSilent {
      gains.pass(64)
      return
    }
    if isSteady(from: first) {
      stems.mix(
        voice: gain * gains.voice.next(), bells: gain * bellsTrim * gains.bells.next(),
        breath: gain * gains.breath.next())
    } else {
      mixChanging(from: first)
    }
    if hasBackground { lay(from: first) }
  }

  /// Whether no gain of a stem changes in the 64 frames from `first` on, and no fade or early end lies
  /// over them.
  @_noLocks
  private func isSteady(from first: Int64) -> Bool {
    if case .some = leaving { return false }
    if case .some = stopping { return false }
    guard gains.voice.isSettled, gains.bells.isSettled, gains.breath.isSettled else { return false }
    return fades.areOver(from: first)
  }

  /// Mixes the stems of one block where something about their gains changes.
  @_noLocks
  private mutating func mixChanging(from first: Int64) {
    for offset in 0..<64 {
      let frame = first + Int64(offset)
      let common = gain * fades.gain(at: frame)
      let kept = (leaving?.gain(at: frame) ?? 1) * (stopping?.gain(at: frame) ?? 1)
      stems.mix(
        frame: offset, voice: common * gains.voice.next() * kept,
        bells: common * bellsTrim * gains.bells.next(),
        breath: common * gains.breath.next() * kept)
    }
  }

  /// Adds the background to the mix of one block.
  @_noLocks
  private mutating func lay(from first: Int64) {
    for offset in 0..<64 {
      let frame = first + Int64(offset)
      let kept = leavingBackground.gain(at: frame) * (stopping?.gain(at: frame) ?? 1)
      stems.lay(
        frame: offset, gain: gain * fades.gain(at: frame) * gains.background.next() * kept)
    }
  }

  /// Adds the clips that sound in the 64 frames from `first` on, in the middle of the picture.
  @_noLocks
  private func speak(from first: Int64) {
    var part = voice.first(endingAfter: first)
    while part < voice.count, voice.starts[part] < first + 64 {
      let start = voice.starts[part]
      let begin = max(first, start)
      let count = Int(min(first + 64, voice.ends[part]) - begin)
      let clip = samples[part] + Int(begin - start)
      let out = stems.voice + 2 * Int(begin - first)
      var place = 0
      while place < count {
        out[2 &* place] += clip[place]
        out[2 &* place &+ 1] += clip[place]
        place &+= 1
      }
      part += 1
    }
  }

  /// Adds the breath tones that sound in the 64 frames from `first` on.
  @_noLocks
  private func breathe(from first: Int64) {
    var part = breath.first(endingAfter: first)
    while part < breath.count, breath.starts[part] < first + 64 {
      let begin = max(first, breath.starts[part])
      let count = Int(min(first + 64, breath.ends[part]) - begin)
      if count > 0 {
        tones[part].add(
          into: stems.breath + 2 * Int(begin - first), frames: count,
          at: begin - breath.starts[part])
      }
      part += 1
    }
  }

  /// Begins an early end that was asked for since the last block.
  @_noLocks
  private mutating func obeyEnding() {
    guard let asked = cells.pointer.pointee.asked, position < end else { return }
    switch asked {
    case .gently: leaveGently()
    case .atOnce: stop()
    }
  }

  /// Ends within a second.
  @_noLocks
  private mutating func stop() {
    if case .some = stopping { return }
    let ending = Ending(.atOnce, at: position)
    stopping = ending
    end = min(end, ending.start + Ending.damping)
    begin(ending)
  }

  /// Ends with the closing bell, unless nothing is left to end but the last bell.
  @_noLocks
  private mutating func leaveGently() {
    if case .some = leaving { return }
    let ending = Ending(.gently, at: position)
    let later = bells.first(startingAt: ending.start)
    let isOver =
      later == bells.count && voice.reach(before: voice.count) <= ending.start
      && breath.reach(before: breath.count) <= ending.start
      && background.end <= max(ending.start, bells.reach(before: bells.count))
    guard !isOver else { return }
    let rungOut = bells.reach(before: later)
    let closed = closingFrames > 0 ? ending.strike + closingFrames : ending.start + Ending.fade
    leaving = ending
    end = max(rungOut, closed)
    leavingBackground = BackgroundLeave(from: ending.start, to: end)
    begin(ending)
  }

  @_noLocks
  private mutating func begin(_ ending: Ending) {
    belfry.end(ending)
    if held * 64 >= ending.start { held = -1 }
    cells.pointer.pointee.end.store(end, ordering: .relaxed)
  }
}
