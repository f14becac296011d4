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
  private let whole: Int64
  private let fadeOut: Int64
  /// The fade at the beginning: where it begins, and how long it is.
  private let fadeIn: (start: Int64, frames: Int64)
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

  /// Interleaved stereo blocks: the mix, then the stems.
  private let mix: UnsafeMutablePointer<Float>
  private let speech: UnsafeMutablePointer<Float>
  private let ringing: UnsafeMutablePointer<Float>
  private let breathing: UnsafeMutablePointer<Float>
  private let beneath: UnsafeMutablePointer<Float>
  /// The block that `mix` holds; −1 for none.
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
    whole = score.frames.count
    end = whole
    fadeOut = score.fadeOut.count
    self.fadeIn = (fadeIn.lowerBound, Int64(fadeIn.count))
    closingFrames = score.closing?.frames ?? 0
    voice = score.voice
    samples = score.samples
    breath = score.breath
    tones = score.tones
    bells = score.bells
    belfry = ActiveBells(score)
    background = score.background
    mix = .allocate(capacity: 640)
    mix.initialize(repeating: 0, count: 640)
    (speech, ringing, breathing, beneath) = (mix + 128, mix + 256, mix + 384, mix + 512)
  }

  deinit { mix.deallocate() }

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
        from: mix + 2 * offset, byteCount: 2 * count * MemoryLayout<Float>.stride)
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
    mix.update(repeating: 0, count: 640)
    let first = block * 64
    if hasVoice { speak(from: first) }
    if hasBells { belfry.add(into: ringing, block: block) }
    if hasBreath { breathe(from: first) }
    if hasBackground { background.add(into: beneath, from: first) }
    gains.follow(cells)
    held = block
    if isSilent {
      gains.pass(64)
      return
    }
    if isSteady(from: first) {
      addSteadily()
    } else {
      addChanging(from: first)
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
    return (fadeOut == 0 || first + 63 <= whole - fadeOut)
      && (fadeIn.frames == 0 || first >= fadeIn.start + fadeIn.frames)
  }

  /// Adds the stems of one block, each at one gain: as `addChanging` would, several samples at once.
  @_noLocks
  private mutating func addSteadily() {
    let forVoice = SIMD8(repeating: gain * gains.voice.next())
    let forBells = SIMD8(repeating: gain * bellsTrim * gains.bells.next())
    let forBreath = SIMD8(repeating: gain * gains.breath.next())
    let (mix, speech) = (UnsafeMutableRawPointer(mix), UnsafeRawPointer(speech))
    let (ringing, breathing) = (UnsafeRawPointer(ringing), UnsafeRawPointer(breathing))
    var place = 0
    while place < 512 {
      let voice = speech.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forVoice
      let bells = ringing.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forBells
      let breath = breathing.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forBreath
      mix.storeBytes(of: voice + bells + breath, toByteOffset: place, as: SIMD8<Float>.self)
      place &+= 32
    }
  }

  /// Adds the stems of one block where something about their gains changes.
  @_noLocks
  private mutating func addChanging(from first: Int64) {
    for offset in 0..<64 {
      let frame = first + Int64(offset)
      let common = gain * fade(at: frame)
      let kept = (leaving?.gain(at: frame) ?? 1) * (stopping?.gain(at: frame) ?? 1)
      let forVoice = common * gains.voice.next() * kept
      let forBells = common * bellsTrim * gains.bells.next()
      let forBreath = common * gains.breath.next() * kept
      for place in 2 * offset..<2 * offset + 2 {
        mix[place] =
          speech[place] * forVoice + ringing[place] * forBells + breathing[place] * forBreath
      }
    }
  }

  /// Adds the background to the mix of one block.
  @_noLocks
  private mutating func lay(from first: Int64) {
    for offset in 0..<64 {
      let frame = first + Int64(offset)
      let kept = leavingBackground.gain(at: frame) * (stopping?.gain(at: frame) ?? 1)
      let gain = gain * fade(at: frame) * gains.background.next() * kept
      mix[2 * offset] += beneath[2 * offset] * gain
      mix[2 * offset + 1] += beneath[2 * offset + 1] * gain
    }
  }

  /// Whether no stem of the block has a sound, so that the mix is the silence it was filled with. Most
  /// of a sitting is, and it shall cost next to nothing.
  private var isSilent: Bool {
    @_noLocks get {
      var bits: UInt32 = 0
      for place in 128..<640 { bits |= mix[place].bitPattern }
      return bits == 0
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
      let out = speech + 2 * Int(begin - first)
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
          into: breathing + 2 * Int(begin - first), frames: count,
          at: begin - breath.starts[part])
      }
      part += 1
    }
  }

  /// The fades at the listener's beginning and at the session's own end.
  @_noLocks
  private func fade(at frame: Int64) -> Float {
    var gain: Float = 1
    if fadeOut > 0 {
      gain = Ramp(from: 1, to: 0, frames: fadeOut).gain(at: frame - (whole - fadeOut))
    }
    if fadeIn.frames > 0 {
      gain *= Ramp(from: 0, to: 1, frames: fadeIn.frames).gain(at: frame - fadeIn.start)
    }
    return gain
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
