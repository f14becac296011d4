import ArgumentParser
import KindlyMessages
import KindlyPlayer

/// The samples that a device is given, for trying one out: `--samples int16`.
struct DeviceSamples: OptionValue {
  /// The kind of samples.
  let format: DeviceFormat

  init?(argument: String) {
    guard let format = DeviceFormat(rawValue: argument.lowercased()) else { return nil }
    self.format = format
  }

  static var possible: Message {
    .oneOf(DeviceFormat.allCases.map(\.rawValue).joined(separator: ", "))
  }
}
