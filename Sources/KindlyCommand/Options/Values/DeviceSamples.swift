import ArgumentParser
import KindlyPlayer

/// The samples that a device is given, for trying one out: `--samples int16`.
struct DeviceSamples: OptionValue {
  /// The kind of samples.
  let format: SampleFormat

  init?(argument: String) {
    guard let format = SampleFormat(rawValue: argument.lowercased()) else { return nil }
    self.format = format
  }

  static var possible: String {
    "one of " + SampleFormat.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
