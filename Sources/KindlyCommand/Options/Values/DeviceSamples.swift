import ArgumentParser
import KindlyPlayer

/// The samples that a device is given, for trying one out: `--samples int16`.
struct DeviceSamples: OptionValue {
  /// The kind of samples.
  let format: DeviceFormat

  init?(argument: String) {
    guard let format = DeviceFormat(rawValue: argument.lowercased()) else { return nil }
    self.format = format
  }

  static var possible: String {
    "one of " + DeviceFormat.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
