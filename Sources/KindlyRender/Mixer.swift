import Synchronization
public import KindlyBase

/// What a listener may change while a session sounds: the gains of its stems, and its end.
///
/// Control side, any thread. The renderer looks at it once a block and lets every change fade in; as
/// long as nothing was changed, the samples are exactly those of a file.
public final class Mixer: Sendable {
  /// Read by the audio thread; valid as long as the mixer lives.
  let cells: MixCells.Place

  /// Makes a mixer with every gain at 1.
  public init() { cells = MixCells.Place() }

  deinit { cells.free() }

  /// Turns a stem up or down; 1 is as it was made, 0 is silence.
  ///
  /// Anything below 0, above 4 or not a number is brought into that range.
  public func set(_ stem: Stem, to gain: Float) {
    let kept = gain.isNaN ? 1 : min(max(gain, 0), 4)
    cells.pointer.pointee.set(stem, to: kept)
  }

  /// The gain of a stem as it was asked for.
  public func gain(of stem: Stem) -> Float {
    cells.pointer.pointee.gain(of: stem)
  }

  /// Ends the session early, from the next block that is rendered on. A second call may only be more
  /// urgent than the first.
  public func end(_ way: Ending.Way) {
    cells.pointer.pointee.ending.max(way.rawValue, ordering: .relaxed)
  }

  /// Where a session that ends early ends; nil as long as it goes its whole way.
  public var earlyEnd: Frames? {
    let end = cells.pointer.pointee.end.load(ordering: .relaxed)
    return end < .max ? Frames(end) : nil
  }
}

/// The cells of a `Mixer`, at a fixed place.
struct MixCells: ~Copyable {
  private let voice = Atomic<UInt32>(Float(1).bitPattern)
  private let bells = Atomic<UInt32>(Float(1).bitPattern)
  private let breath = Atomic<UInt32>(Float(1).bitPattern)
  private let background = Atomic<UInt32>(Float(1).bitPattern)
  /// 0, or the raw value of an `Ending.Way`.
  let ending = Atomic<UInt8>(0)

  /// The early end that was asked for.
  var asked: Ending.Way? {
    @_noLocks get {
      switch ending.load(ordering: .relaxed) {
      case 1: .gently
      case 2: .atOnce
      default: nil
      }
    }
  }
  /// Where the early end ends.
  let end = Atomic<Int64>(.max)

  /// The gain that was asked for.
  @_noLocks
  func gain(of stem: Stem) -> Float {
    switch stem {
    case .voice: Float(bitPattern: voice.load(ordering: .relaxed))
    case .bells: Float(bitPattern: bells.load(ordering: .relaxed))
    case .breath: Float(bitPattern: breath.load(ordering: .relaxed))
    case .background: Float(bitPattern: background.load(ordering: .relaxed))
    }
  }

  /// Asks for a gain.
  func set(_ stem: Stem, to gain: Float) {
    switch stem {
    case .voice: voice.store(gain.bitPattern, ordering: .relaxed)
    case .bells: bells.store(gain.bitPattern, ordering: .relaxed)
    case .breath: breath.store(gain.bitPattern, ordering: .relaxed)
    case .background: background.store(gain.bitPattern, ordering: .relaxed)
    }
  }

  /// Where the cells are; only atomics are reached through it.
  struct Place: @unchecked Sendable, BitwiseCopyable {
    let pointer: UnsafeMutablePointer<MixCells>

    init() {
      pointer = .allocate(capacity: 1)
      pointer.initialize(to: MixCells())
    }

    func free() {
      pointer.deinitialize(count: 1)
      pointer.deallocate()
    }
  }
}
