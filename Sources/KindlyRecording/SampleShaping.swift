import KindlySound

/// From the stereo mix of a session to the samples of a file: gain, one channel, whole numbers.
///
/// A function of the samples and their place, so parts may be shaped in any order.
struct SampleShaping: Sendable {
  private let gain: Float
  private let mono: Bool
  private let form: SampleForm
  private let quantizer: Quantizer

  init(gain: Float, mono: Bool, form: SampleForm) {
    self.gain = gain
    self.mono = mono
    self.form = form
    switch form {
    case .float: quantizer = Quantizer(bits: 32)
    case .packed(let bits), .low(let bits): quantizer = Quantizer(bits: bits)
    }
  }

  /// Channels that come out.
  var channels: Int { mono ? 1 : 2 }

  /// Bytes that a frame takes.
  var frameBytes: Int { channels * form.bytes }

  /// Shapes `frames` frames of interleaved stereo, the first being frame `frame` of the file, into
  /// `out`. `scratch` has room for one channel. The gain of a stereo file is put on `mix` itself.
  func shape(
    _ mix: UnsafeMutablePointer<Float>, frames: Int, at frame: Int64,
    by scratch: UnsafeMutablePointer<Float>, into out: UnsafeMutableRawPointer
  ) {
    if mono {
      for index in 0..<frames {
        scratch[index] = (mix[2 * index] * gain + mix[2 * index + 1] * gain) / 2
      }
    } else if gain != 1 {
      for index in 0..<frames * 2 { mix[index] *= gain }
    }
    let mix = mono ? scratch : mix
    let count = frames * channels
    switch form {
    case .float: out.copyMemory(from: mix, byteCount: count * 4)
    case .packed(bits: 16):
      quantizer.write(
        mix, frames: frames, channels: channels, at: frame,
        to: out.bindMemory(to: Int16.self, capacity: count))
    case .packed:
      let bytes = out.bindMemory(to: UInt8.self, capacity: count * 3)
      for index in 0..<count {
        let value = quantizer.value(mix[index], frame: frame + Int64(index / channels))
        bytes[index * 3] = UInt8(truncatingIfNeeded: value)
        bytes[index * 3 + 1] = UInt8(truncatingIfNeeded: value >> 8)
        bytes[index * 3 + 2] = UInt8(truncatingIfNeeded: value >> 16)
      }
    case .low:
      quantizer.write(
        mix, frames: frames, channels: channels, at: frame,
        to: out.bindMemory(to: Int32.self, capacity: count))
    }
  }
}
