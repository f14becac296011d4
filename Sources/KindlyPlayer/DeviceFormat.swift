import CKindlyALSA

/// How a device takes its samples.
public enum DeviceFormat: String, Sendable, Hashable, CaseIterable {
  /// 32-bit floating point: the samples as they are.
  case float32
  /// 32-bit integers.
  case int32
  /// 24-bit integers, in the low three bytes of four.
  case int24
  /// 24-bit integers in three bytes.
  case packed24
  /// 16-bit integers.
  case int16

  /// Bytes of one sample.
  var bytes: Int {
    switch self {
    case .float32, .int32, .int24: 4
    case .packed24: 3
    case .int16: 2
    }
  }

  /// Bits that carry sound.
  var bits: Int {
    switch self {
    case .float32, .int32: 32
    case .int24, .packed24: 24
    case .int16: 16
    }
  }

  /// ALSA's name for it. The machines that Swift runs on are little-endian.
  var alsa: snd_pcm_format_t {
    switch self {
    case .float32: SND_PCM_FORMAT_FLOAT_LE
    case .int32: SND_PCM_FORMAT_S32_LE
    case .int24: SND_PCM_FORMAT_S24_LE
    case .packed24: SND_PCM_FORMAT_S24_3LE
    case .int16: SND_PCM_FORMAT_S16_LE
    }
  }
}
