/// Cues in canonical form, without brackets.
enum CueText {
  static func silence(_ pause: ScriptPause) -> String {
    switch pause {
    case .exact(let time): length(time)
    case .about(let time): "~" + length(time)
    case .between(let low, let high): "\(length(low)) to \(length(high))"
    case .breaths(let count): count == 1 ? "1 breath" : "\(count) breaths"
    case .short: "short pause"
    case .medium: "pause"
    case .long: "long pause"
    case .rest: "rest"
    }
  }

  /// `90s` is `1m30s`, as the language's own form has it.
  static func length(_ milliseconds: Int) -> String {
    let hours = milliseconds / 3_600_000
    let minutes = milliseconds / 60_000 % 60
    let left = milliseconds % 60_000
    if left == 0, milliseconds > 0 {
      if hours == 0 { return "\(minutes) min" }
      return minutes == 0 ? "\(hours) h" : "\(hours) h \(minutes) min"
    }
    return (hours > 0 ? "\(hours)h" : "") + (minutes > 0 ? "\(minutes)m" : "") + seconds(left) + "s"
  }

  /// Seconds with as many decimals as they have.
  private static func seconds(_ milliseconds: Int) -> String {
    let rest = milliseconds % 1000
    guard rest != 0 else { return "\(milliseconds / 1000)" }
    var digits = String(1000 + rest).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(milliseconds / 1000).\(digits)"
  }

  /// `14:30`, `1:02:30`, to the nearest second.
  static func clock(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 500) / 1000
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours == 0
      ? "\(minutes):\(two(seconds % 60))" : "\(hours):\(two(minutes)):\(two(seconds % 60))"
  }
}
