import KindlyDesktop
import Glibc
import KindlyLibrary
import KindlyPlayer
import KindlyLanguage

extension Examination {
  /// Lists the devices, opens the one a sitting would take and each of the others, and looks at what
  /// stands between the program and a sound card.
  static func sound() -> Examination {
    let devices = SoundDevice.all()
    var findings = [usual]
    for device in devices where device.name != "default" && device.name != "sysdefault" {
      findings.append(trial(of: device))
    }
    findings += closedDevices(in: "/dev/snd")
    findings += [SoundServer.ofUser?.finding].compactMap(\.self)
    findings.append(priority)
    return Examination(name: "sound", heading: "Sound", findings: findings)
  }

  /// What `kindly play` takes unless `--device` names another one.
  private static var usual: Finding {
    do throws(LoudspeakerError) {
      return .well("kindly play uses \(offer(try SoundDevice.trial(of: nil)))")
    } catch {
      return .ill(
        error.body, "That is normal in a container: kindly render writes sound files without one."
      )
    }
  }

  /// Another device, which nobody needs as long as the usual one plays.
  private static func trial(of device: SoundDevice) -> Finding {
    do throws(LoudspeakerError) {
      return .well("\(offer(try SoundDevice.trial(of: device.name))) (\(visible(device.about)))")
    } catch {
      return .noted("\(device.name) (\(visible(device.about))) can't be used: \(error.body)")
    }
  }

  private static func offer(_ trial: SoundDevice.Trial) -> String {
    let milliseconds = Int((trial.buffer * 1000).rounded())
    return
      "\(trial.device): \(trial.format.rawValue), \(trial.rate) Hz, \(trial.channels) channels, "
      + "\(milliseconds) ms buffer"
  }

  /// Who gives the audio thread its priority, which only a very busy machine makes heard.
  private static var priority: Finding {
    if Loudspeaker.goesFirst() { return .well("the audio thread runs at a higher priority") }
    if RealtimeKit()?.putFirst(thread: getpid()) == true {
      return .well("RealtimeKit gives the audio thread a higher priority")
    }
    return .noted(
      "The audio thread has no priority over other programs, so sound may break up while they keep the "
        + "machine busy.", "Let RealtimeKit give it priority: sudo apt-get install rtkit")
  }

  /// Sound cards that the kernel has and this user may not open: ALSA does not list them, so nothing
  /// else would tell.
  private static func closedDevices(in folder: String) -> [Finding] {
    let closed = Library.files(in: folder).filter {
      $0.hasPrefix("pcm") && $0.hasSuffix("p") && access(folder + "/" + $0, R_OK | W_OK) != 0
    }
    guard !closed.isEmpty else { return [] }
    return [
      .ill(
        "You may not use the sound card itself (\(folder)/\(closed[0])).",
        "Add yourself to the group that may: sudo usermod -aG audio \"$USER\", and log in again.")
    ]
  }
}
