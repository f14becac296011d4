import CKindlyALSA
import Glibc

/// A device ALSA knows of, for `kindly doctor` and `--device`. Control side.
public struct SoundDevice: Sendable, Hashable {
  /// The name to ask for it by.
  public let name: String
  /// What ALSA says about it, in one line; may be empty.
  public let about: String

  /// The devices that can play, in ALSA's order.
  public static func all() -> [SoundDevice] {
    kindly_alsa_hush()
    var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    guard snd_device_name_hint(-1, "pcm", &hints) == 0, let hints else { return [] }
    defer { snd_device_name_free_hint(hints) }
    var found: [SoundDevice] = []
    var place = hints
    while let hint = place.pointee {
      place += 1
      // No direction means both.
      if let direction = text(hint, "IOID"), direction != "Output" { continue }
      guard let name = text(hint, "NAME"), !notDevices.contains(name) else { continue }
      let lines = (text(hint, "DESC") ?? "").split(separator: "\n")
      found.append(SoundDevice(name: name, about: lines.joined(separator: ", ")))
    }
    return found
  }

  /// Plugins that ALSA lists and that play nothing by themselves, and servers whose libraries write
  /// to the terminal when they are tried in vain.
  private static let notDevices: Set = [
    "null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix", "usbstream", "jack",
    "oss",
  ]

  /// How a device would be played on.
  public struct Trial: Sendable, Hashable {
    /// The name it was opened by.
    public let device: String
    /// The format it would be given.
    public let format: DeviceFormat
    /// Frames a second.
    public let rate: Int
    /// Channels.
    public let channels: Int
    /// How long the samples it holds last, in seconds.
    public let buffer: Double
  }

  /// Opens a device and closes it again, without a sound; for nil the one that is usually taken.
  public static func trial(of name: String?) throws(LoudspeakerError) -> Trial {
    let pcm = try Loudspeaker.open(name, format: nil)
    let settings = pcm.settings
    return Trial(
      device: pcm.device, format: settings.format, rate: settings.rate, channels: settings.channels,
      buffer: Double(settings.buffer) / Double(settings.rate))
  }

  private static func text(_ hint: UnsafeMutableRawPointer, _ key: String) -> String? {
    guard let value = snd_device_name_get_hint(hint, key) else { return nil }
    defer { free(value) }
    return String(cString: value)
  }
}
