import KindlySound

/// Stereo Float32 to a device's own channels and format, exactly as a file holds it.
struct FrameWriter {
  private let format: DeviceFormat
  private let channels: Int
  private let quantizer: Quantizer

  init(format: DeviceFormat, channels: Int) {
    self.format = format
    self.channels = channels
    quantizer = Quantizer(bits: format.bits)
  }

  /// Writes `frames` frames of interleaved stereo, the first at `place` in the session.
  ///
  /// One channel gets half the sum of both; channels beyond the second are silent.
  func write(
    _ stereo: UnsafePointer<Float>, frames: Int, at place: Int64, to out: UnsafeMutableRawPointer
  ) {
    for frame in 0..<frames {
      let left = stereo[2 * frame]
      let right = stereo[2 * frame + 1]
      for channel in 0..<channels {
        let sample: Float =
          channels == 1
          ? (left + right) * 0.5 : channel == 0 ? left : channel == 1 ? right : 0
        let to = out + (frame * channels + channel) * format.bytes
        if format == .float32 {
          to.storeBytes(of: sample, as: Float.self)
        } else {
          put(quantizer.value(sample, frame: place + Int64(frame)), to: to)
        }
      }
    }
  }

  private func put(_ value: Int32, to out: UnsafeMutableRawPointer) {
    switch format {
    case .int16: out.storeBytes(of: Int16(truncatingIfNeeded: value), as: Int16.self)
    case .packed24:
      out.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
      out.storeBytes(of: UInt8(truncatingIfNeeded: value >> 16), toByteOffset: 2, as: UInt8.self)
    default: out.storeBytes(of: value, as: Int32.self)
    }
  }
}
