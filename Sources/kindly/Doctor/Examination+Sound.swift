import Loudspeaker
import Practice

extension Examination {
  /// Lists the devices and opens the one a sitting would take, and each of the others.
  static func sound() -> Examination {
    let devices = SoundDevice.all()
    var findings = [usual]
    for device in devices where device.name != "default" && device.name != "sysdefault" {
      findings.append(trial(of: device))
    }
    return Examination(name: "sound", heading: "Sound", findings: findings)
  }

  /// What `kindly play` takes unless `--device` names another one.
  private static var usual: Finding {
    do throws(LoudspeakerError) {
      return .well("kindly play uses \(offer(try SoundDevice.trial(of: nil)))")
    } catch {
      return .ill(
        error.body, "In a container this is ordinary: kindly render writes sound files without one."
      )
    }
  }

  private static func trial(of device: SoundDevice) -> Finding {
    do throws(LoudspeakerError) {
      return .well("\(offer(try SoundDevice.trial(of: device.name))) (\(visible(device.about)))")
    } catch {
      return .ill("\(device.name) (\(visible(device.about))): \(error.body)", error.hint)
    }
  }

  private static func offer(_ trial: SoundDevice.Trial) -> String {
    let milliseconds = Int((trial.buffer * 1000).rounded())
    return
      "\(trial.device): \(trial.format.rawValue), \(trial.rate) Hz, \(trial.channels) channels, "
      + "\(milliseconds) ms buffer"
  }
}
