import Glibc
import KindlySpeech

/// How much speech is kept: 2 GB unless `KINDLY_CACHE_LIMIT` says otherwise, such as 500M or 4G.
enum CacheLimit {
  /// In bytes.
  static var bytes: Int {
    getenv("KINDLY_CACHE_LIMIT").flatMap { bytes(String(cString: $0)) } ?? ClipCache.usualBytes
  }

  /// The bytes of a size such as `500M`, `4 GB` or `1000000`; nil for anything else.
  static func bytes(_ text: String) -> Int? {
    let text = text.lowercased().filter { $0 != " " }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number < 1_000_000_000_000 else { return nil }
    switch text.dropFirst(digits.count) {
    case "": return number
    case "k", "kb": return number.multiplied(by: 1_000)
    case "m", "mb": return number.multiplied(by: 1_000_000)
    case "g", "gb": return number.multiplied(by: 1_000_000_000)
    default: return nil
    }
  }

  /// A size as people read it.
  static func words(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1_000_000
    if megabytes >= 1000, bytes % 1_000_000_000 == 0 { return "\(bytes / 1_000_000_000) GB" }
    return megabytes < 10
      ? "\((megabytes * 10).rounded() / 10) MB" : "\(Int(megabytes.rounded())) MB"
  }
}

extension Int {
  /// The product, or the largest number where that is too large.
  fileprivate func multiplied(by factor: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: factor)
    return isTooLarge ? .max : product
  }
}
