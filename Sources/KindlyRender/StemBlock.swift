/// Sixty-four frames of a session in the making: each stem, and their mix, as interleaved stereo.
///
/// Owned by a `Renderer`; made and freed on the control side, filled on the audio thread.
struct StemBlock: @unchecked Sendable, BitwiseCopyable {  // one thread's at a time
  /// Samples of the mix, and of each stem.
  private static let samples = 128
  /// Samples of the mix and the four stems.
  private static let all = 640

  let mix: UnsafeMutablePointer<Float>
  let voice: UnsafeMutablePointer<Float>
  let bells: UnsafeMutablePointer<Float>
  let breath: UnsafeMutablePointer<Float>
  let background: UnsafeMutablePointer<Float>

  /// A silent block.
  init() {
    mix = .allocate(capacity: Self.all)
    mix.initialize(repeating: 0, count: Self.all)
    (voice, bells) = (mix + Self.samples, mix + 2 * Self.samples)
    (breath, background) = (mix + 3 * Self.samples, mix + 4 * Self.samples)
  }

  /// Gives the memory back; nothing may use it any more.
  func free() { mix.deallocate() }

  /// Makes the mix and every stem silent.
  @_noLocks
  func clear() { mix.update(repeating: 0, count: Self.all) }

  /// Whether no stem has a sound. Most of a sitting has none, and shall cost next to nothing.
  var isSilent: Bool {
    @_noLocks get {
      var bits: UInt32 = 0
      for place in Self.samples..<Self.all { bits |= mix[place].bitPattern }
      return bits == 0
    }
  }

  /// Mixes voice, bells and breath, each at one gain: as `mix(frame:…)` does, several samples at once.
  @_noLocks
  func mix(voice voiceGain: Float, bells bellsGain: Float, breath breathGain: Float) {
    let forVoice = SIMD8(repeating: voiceGain)
    let forBells = SIMD8(repeating: bellsGain)
    let forBreath = SIMD8(repeating: breathGain)
    let (out, speech) = (UnsafeMutableRawPointer(mix), UnsafeRawPointer(voice))
    let (ringing, breathing) = (UnsafeRawPointer(bells), UnsafeRawPointer(breath))
    var place = 0
    while place < 512 {
      let voice = speech.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forVoice
      let bells = ringing.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forBells
      let breath = breathing.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self) * forBreath
      out.storeBytes(of: voice + bells + breath, toByteOffset: place, as: SIMD8<Float>.self)
      place &+= 32
    }
  }

  /// Mixes voice, bells and breath in one frame of the block.
  @_noLocks
  func mix(
    frame: Int, voice voiceGain: Float, bells bellsGain: Float, breath breathGain: Float
  ) {
    for place in 2 &* frame..<2 &* frame &+ 2 {
      mix[place] =
        voice[place] * voiceGain + bells[place] * bellsGain + breath[place] * breathGain
    }
  }

  /// Adds the background to the mix of one frame of the block.
  @_noLocks
  func lay(frame: Int, gain: Float) {
    mix[2 &* frame] += background[2 &* frame] * gain
    mix[2 &* frame &+ 1] += background[2 &* frame &+ 1] * gain
  }
}
