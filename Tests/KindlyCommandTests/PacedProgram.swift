import Foundation
import KindlyTestDevices

extension Program {
  /// Gives the program a sound device of our own, paced as a real one; its name for `--device`.
  ///
  /// ALSA's settings also ask for sound servers, whose libraries bring others and make folders at
  /// home, unless the device is `alone`.
  func pacedDevice(_ script: String = "speed 1", alone: Bool = false) throws -> String {
    let library = try TestDevice.paced.library
    try write(
      """
      \(alone ? "" : "</usr/share/alsa/alsa.conf>")
      pcm_type.paced { lib "\(library)" }
      pcm.paced { @args [ FOLDER ] @args.FOLDER { type string } type paced folder $FOLDER }
      """, to: "alsa.conf")
    try write(script + "\n", to: "device/device")
    environment["ALSA_CONFIG_PATH"] = folder + "/alsa.conf"
    return "paced:\(folder)/device"
  }

  /// A device on which a minute passes in some ten seconds: it hears whatever it is given at once.
  func hastyDevice(alone: Bool = false) throws -> String {
    try pacedDevice("speed 20\npatient", alone: alone)
  }

  /// Makes the usual sound device one that takes everything and is never heard.
  func useNullDevice() throws {
    try write("</usr/share/alsa/alsa.conf>\npcm.!default { type null }\n", to: "asound.conf")
    environment["ALSA_CONFIG_PATH"] = folder + "/asound.conf"
  }

  /// Ten sections' worth of quiet for tests that press keys: 60 s, words at known places.
  func writeQuietPractice() throws {
    try write(
      """
      Title: A quiet minute
      Bell: none
      Length: 60s

      # Arriving
      Let your body be at ease.
      [~10s]

      # Wishes 慈悲
      > May I be safe.
      > May I be peaceful.
      [~10s]

      # Closing
      Stay with whatever is here, and with everything that has come along on the way to this place.
      [~10s]
      """, to: "quiet.practice")
  }
}
