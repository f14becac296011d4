import CKindlyALSA
import Glibc

extension PCM {
  /// Rates in the order they are tried: the session's own, then what a resampler can give well.
  private static var rates: [CUnsignedInt] { [48_000, 44_100, 96_000, 88_200, 32_000] }
  /// Formats in the order they are tried.
  private static var formats: [DeviceFormat] { [.float32, .int32, .int24, .packed24, .int16] }

  /// Chooses format, rate, channels, period and buffer, and sets them.
  static func setUp(
    _ handle: OpaquePointer, device: String, format: DeviceFormat?
  ) throws(LoudspeakerError) -> Settings {
    func check(_ call: String, _ code: CInt) throws(LoudspeakerError) {
      if code < 0 { throw .opening(device, call: call, code: code) }
    }
    var allocated: OpaquePointer?
    try check("snd_pcm_hw_params_malloc", snd_pcm_hw_params_malloc(&allocated))
    guard let wish = allocated else { throw .unsuitable(device: device) }
    defer { snd_pcm_hw_params_free(wish) }
    try check("snd_pcm_hw_params_any", snd_pcm_hw_params_any(handle, wish))
    let kind = snd_pcm_type(handle)
    try check(
      "snd_pcm_hw_params_set_access",
      snd_pcm_hw_params_set_access(handle, wish, SND_PCM_ACCESS_RW_INTERLEAVED))

    let wanted = format.map { [$0] } ?? formats
    guard
      let chosen = wanted.first(where: { snd_pcm_hw_params_test_format(handle, wish, $0.alsa) == 0 }
      )
    else { throw .unsuitable(device: device) }
    try check(
      "snd_pcm_hw_params_set_format", snd_pcm_hw_params_set_format(handle, wish, chosen.alsa))
    guard let rate = rates.first(where: { snd_pcm_hw_params_test_rate(handle, wish, $0, 0) == 0 })
    else { throw .unsuitable(device: device) }
    try check("snd_pcm_hw_params_set_rate", snd_pcm_hw_params_set_rate(handle, wish, rate, 0))

    // Two channels where there are two; else as few as the device allows.
    var channels: CUnsignedInt = 2
    if snd_pcm_hw_params_test_channels(handle, wish, 2) != 0 {
      var least: CUnsignedInt = 0
      try check(
        "snd_pcm_hw_params_get_channels_min", snd_pcm_hw_params_get_channels_min(wish, &least))
      channels = least
    }
    guard channels >= 1, channels <= 32 else { throw .unsuitable(device: device) }
    try check(
      "snd_pcm_hw_params_set_channels", snd_pcm_hw_params_set_channels(handle, wish, channels))

    // The period is always set: PipeWire makes ten-second periods if only their number is.
    var period = snd_pcm_uframes_t(rate / 20)
    try check(
      "snd_pcm_hw_params_set_period_size_near",
      snd_pcm_hw_params_set_period_size_near(handle, wish, &period, nil))
    var buffer = snd_pcm_uframes_t(rate / 4)
    try check(
      "snd_pcm_hw_params_set_buffer_size_near",
      snd_pcm_hw_params_set_buffer_size_near(handle, wish, &buffer))
    try check("snd_pcm_hw_params", snd_pcm_hw_params(handle, wish))
    snd_pcm_hw_params_get_period_size(wish, &period, nil)
    snd_pcm_hw_params_get_buffer_size(wish, &buffer)
    try setUpSoftware(handle, device: device, period: period, buffer: buffer)
    return Settings(
      format: chosen, rate: Int(rate), channels: Int(channels), period: Int(period),
      buffer: Int(buffer), isHardware: kind == SND_PCM_TYPE_HW, isNull: kind == SND_PCM_TYPE_NULL)
  }

  /// Starts only when told to, stops when there is nothing left, stamps time by the monotonic clock.
  private static func setUpSoftware(
    _ handle: OpaquePointer, device: String, period: snd_pcm_uframes_t, buffer: snd_pcm_uframes_t
  ) throws(LoudspeakerError) {
    var allocated: OpaquePointer?
    snd_pcm_sw_params_malloc(&allocated)
    guard let wish = allocated else { throw .unsuitable(device: device) }
    defer { snd_pcm_sw_params_free(wish) }
    snd_pcm_sw_params_current(handle, wish)
    var boundary: snd_pcm_uframes_t = 0
    snd_pcm_sw_params_get_boundary(wish, &boundary)
    snd_pcm_sw_params_set_start_threshold(handle, wish, boundary)
    // So that an under-run is seen, not covered with old samples.
    snd_pcm_sw_params_set_stop_threshold(handle, wish, buffer)
    snd_pcm_sw_params_set_avail_min(handle, wish, period)
    snd_pcm_sw_params_set_tstamp_mode(handle, wish, SND_PCM_TSTAMP_ENABLE)
    snd_pcm_sw_params_set_tstamp_type(handle, wish, SND_PCM_TSTAMP_TYPE_MONOTONIC)
    let code = snd_pcm_sw_params(handle, wish)
    if code < 0 { throw .opening(device, call: "snd_pcm_sw_params", code: code) }
  }
}

extension LoudspeakerError {
  /// What a code of ALSA means for somebody who wants to hear something.
  static func opening(
    _ device: String, call: String = "snd_pcm_open", code: CInt
  ) -> LoudspeakerError {
    switch -code {
    case ENOENT, ENODEV, ENXIO, ECONNREFUSED: .unknownDevice(device)
    case EBUSY, EAGAIN: .busy(device: device, holder: DeviceHolder.name())
    case EACCES, EPERM: .refused(device: device)
    default:
      .trouble(
        device: device, call: call, reason: snd_strerror(code).map(String.init(cString:)) ?? "?")
    }
  }
}
