import KindlyBase
import Glibc
import KindlyLibrary
import KindlyRecording

/// Balances that were measured before, in one small file of the cache: measuring ten minutes takes
/// seconds, and a session that was heard once shall begin at once.
///
/// Control side. The file may be deleted at any time; where it can't be written nothing is kept. Of two
/// programs that write at once one loses its line, and measures again the next time.
struct KnownBalances {
  private let path: String
  /// Lines that are kept, the latest last.
  private static let most = 500

  /// The balances kept below the cache folder.
  init(in folders: Folders) { path = folders.cache + "/loudness" }

  /// What was measured for a session; nil if it was not, or its line is damaged.
  func balance(of session: UInt64) -> Balance? {
    lines.last { $0.first == Substring(Self.hex(session)) }.flatMap(Balance.init(words:))
  }

  /// Keeps what was measured.
  func keep(_ balance: Balance, of session: UInt64) {
    let numbers = [session] + [balance.session, balance.bells, balance.loudness].map(\.bitPattern)
    let line = (numbers + [Balance.check(numbers)]).map(Self.hex).joined(separator: " ")
    let kept = lines.map { $0.joined(separator: " ") }.suffix(Self.most - 1) + [line]
    try? StateFile.replace(path, with: Array((kept.joined(separator: "\n") + "\n").utf8))
  }

  private var lines: [[Substring]] {
    guard let bytes = try? TextFile.read(path) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ") }
  }

  private static func hex(_ number: UInt64) -> String { String(number, radix: 16) }
}

extension Balance {
  /// A balance from a line: the session, the bits of three numbers, because it must come out the same,
  /// and a check of all four, because a digit that was damaged could be heard.
  fileprivate init?(words: [Substring]) {
    let numbers = words.compactMap { UInt64($0, radix: 16) }
    guard words.count == 5, numbers.count == 5, numbers[4] == Self.check(numbers[..<4]) else {
      return nil
    }
    let values = numbers[1..<4].map(Double.init(bitPattern:))
    self.init(session: values[0], bells: values[1], loudness: values[2])
  }

  fileprivate static func check(_ numbers: some Sequence<UInt64>) -> UInt64 {
    var print = Fingerprint()
    for number in numbers { print.add(number) }
    return print.value
  }
}
