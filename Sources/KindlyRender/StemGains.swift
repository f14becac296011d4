/// The live gains of the stems, which go on together, audible or not.
struct StemGains: BitwiseCopyable {
  var voice: LiveGain
  var bells: LiveGain
  var breath: LiveGain
  var background: LiveGain

  /// Every gain settled at 1.
  @_noLocks
  init() {
    voice = LiveGain(1)
    bells = LiveGain(1)
    breath = LiveGain(1)
    background = LiveGain(1)
  }

  /// Takes up what is asked for now.
  @_noLocks
  mutating func follow(_ cells: MixCells.Place) {
    let cells = cells.pointer
    voice.follow(cells.pointee.gain(of: .voice))
    bells.follow(cells.pointee.gain(of: .bells))
    breath.follow(cells.pointee.gain(of: .breath))
    background.follow(cells.pointee.gain(of: .background))
  }

  /// Goes on by so many frames in which nothing sounds.
  @_noLocks
  mutating func pass(_ frames: Int64) {
    voice.pass(frames)
    bells.pass(frames)
    breath.pass(frames)
    background.pass(frames)
  }
}
