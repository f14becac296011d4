import CALSA
import Glibc

extension Loudspeaker {
  /// A device that ALSA knows of.
  public struct Device: Sendable, Hashable {
    /// What `--device` takes.
    public var name: String
    /// ALSA's description on one line; empty where it has none.
    public var description: String
  }

  /// The playback devices of this machine, in ALSA's order. Control side; may take some 10 ms.
  public static func devices() -> [Device] {
    kindly_alsa_hush()
    var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
    guard snd_device_name_hint(-1, "pcm", &hints) == 0, let hints else { return [] }
    defer { snd_device_name_free_hint(hints) }
    var devices: [Device] = []
    var next = hints
    while let hint = next.pointee {
      if fact("IOID", of: hint) != "Input", let name = fact("NAME", of: hint),
        !notDevices.contains(name)
      {
        let lines = fact("DESC", of: hint)?.split(separator: "\n").joined(separator: ", ")
        devices.append(Device(name: name, description: lines ?? ""))
      }
      next += 1
    }
    return devices
  }

  /// Opens a device as a sitting would, the usual one for nil, and closes it without a sound.
  /// - Returns: its name and what it offers, such as `pulse: float32, 48000 Hz, 2 channels`.
  public static func trial(of device: String?) throws(LoudspeakerError) -> String {
    let pcm = try open(device, format: nil)
    let settings = pcm.settings
    return "\(pcm.device): \(settings.format.rawValue), \(settings.rate) Hz, "
      + "\(settings.channels) channels"
  }

  /// Plugins that ALSA lists among the devices and that play nothing by themselves, and servers
  /// whose libraries write to the terminal when they are tried in vain.
  private static let notDevices: Set = [
    "null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix", "usbstream", "jack",
    "oss",
  ]

  private static func fact(_ name: String, of hint: UnsafeRawPointer) -> String? {
    guard let text = snd_device_name_get_hint(hint, name) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
