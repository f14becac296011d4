import Loudspeaker
import Practice

extension Examination {
  /// Lists the devices and opens the one a sitting would take, and each of the others.
  static func sound() -> Examination {
    let devices = Loudspeaker.devices()
    var findings = [usual]
    for device in devices where device.name != "default" && device.name != "sysdefault" {
      findings.append(trial(of: device))
    }
    return Examination(name: "sound", heading: "Sound", findings: findings)
  }

  /// What `kindly play` takes unless `--device` names another one.
  private static var usual: Finding {
    do throws(LoudspeakerError) {
      return .well("kindly play uses \(try Loudspeaker.trial(of: nil))")
    } catch {
      return .ill(
        error.body, "In a container this is ordinary: kindly render writes sound files without one."
      )
    }
  }

  private static func trial(of device: Loudspeaker.Device) -> Finding {
    do throws(LoudspeakerError) {
      return .well("\(try Loudspeaker.trial(of: device.name)) (\(visible(device.description)))")
    } catch {
      return .ill("\(device.name) (\(visible(device.description))): \(error.body)", error.hint)
    }
  }
}
