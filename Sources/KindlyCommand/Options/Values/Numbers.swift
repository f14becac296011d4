import ArgumentParser
import Glibc
import KindlyBase
import KindlyMessages

/// A loudness for ears: `--volume 80`.
struct Percent: OptionValue {
  /// 0 to 100.
  let value: Double

  /// As loud as it is.
  static let full = Percent(value: 100)

  private init(value: Double) { self.value = value }

  init?(argument: String) {
    guard let value = Double(argument), (0...100).contains(value) else { return nil }
    self.value = value
  }

  static let possible = Message.aNumber(0, to: 100)

  var shown: String { "\(Int(value))" }

  /// The same in decibels: the cube of the share, as ears have it and mixers do. Silence is −120.
  var decibels: Double { Self.decibels(value) }

  /// A factor for samples.
  var factor: Float { Float(pow(10, decibels / 20)) }

  /// The decibels of 0 to 100.
  static func decibels(_ percent: Double) -> Double {
    percent > 0 ? 60 * log10(percent / 100) : -120
  }

  /// The 0 to 100 of so many decibels.
  static func percent(_ decibels: Double) -> Double { 100 * pow(10, decibels / 60) }
}

/// How hard a bell is struck: `--strength 0.5`.
struct StrikeStrength: OptionValue {
  /// Above 0, up to 1.
  let value: Double

  /// As hard as the bell's file means.
  static let full = StrikeStrength(value: 1)

  private init(value: Double) { self.value = value }

  init?(argument: String) {
    guard let value = Double(argument), value > 0, value <= 1 else { return nil }
    self.value = value
  }

  static let possible = Message.aStrength

  var shown: String { "1" }
}

/// A number of things done at the same time: `--jobs 2`.
struct Jobs: OptionValue {
  /// 1 to 256.
  let count: Int

  init?(argument: String) {
    guard let count = Int(argument), (1...256).contains(count) else { return nil }
    self.count = count
  }

  static let possible = Message.aWholeNumber(1, to: 256)
}

/// One of n parts of a set of names, the same on every machine; a name that is added moves no other.
struct Shard: OptionValue {
  private let index: UInt32
  private let count: UInt32

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { UInt32($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count > 0,
      (1...count).contains(index)
    else { return nil }
    self.index = index - 1
    self.count = count
  }

  static let possible = Message.aShard

  /// Whether a name falls into this part: FNV-1a over its bytes.
  func holds(_ name: some StringProtocol) -> Bool {
    FNV1a.hash32(name.utf8) % count == index
  }
}

/// A port of this machine, 1 to 65535.
struct PortNumber: OptionValue {
  /// The number.
  let number: Int

  init?(argument: String) {
    guard let number = Int(argument), (1...65_535).contains(number) else { return nil }
    self.number = number
  }

  static let possible = Message.aNumber(1, to: 65_535)
}
