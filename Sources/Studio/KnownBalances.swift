import Glibc
import Library
import Recording

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
    let words = [session, balance.session.bitPattern, balance.bells.bitPattern]
    let line = (words + [balance.loudness.bitPattern]).map(Self.hex).joined(separator: " ")
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
  /// A balance from a line; the bits of its numbers, because it must come out the same.
  fileprivate init?(words: [Substring]) {
    let numbers = words.compactMap { UInt64($0, radix: 16).map(Double.init(bitPattern:)) }
    guard words.count == 4, numbers.count == 4, numbers[1...2].allSatisfy(\.isFinite),
      !numbers[3].isNaN
    else { return nil }
    self.init(session: numbers[1], bells: numbers[2], loudness: numbers[3])
  }
}
