/// Why nothing can be heard, told apart by what somebody can do about it.
public enum LoudspeakerError: Error, Sendable, Hashable {
  /// There is no device to play on; `tried` are the names in order.
  case noDevice(tried: [String])
  /// A device was asked for by a name that ALSA does not know.
  case unknownDevice(String)
  /// Another program has the device to itself; `holder` is its name where the kernel tells.
  case busy(device: String, holder: String?)
  /// The user may not use the device.
  case refused(device: String)
  /// The device can do none of the formats or rates that could be given to it.
  case unsuitable(device: String)
  /// The device went away and did not come back.
  case lost(device: String, seconds: Int)
  /// Something else; ALSA's own words.
  case trouble(device: String, call: String, reason: String)
}
