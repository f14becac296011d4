extension Frames {
  /// Minutes and seconds as people read them: `3:07`, or `1:02:30` from an hour on. Whole seconds
  /// that have passed; parts are dropped.
  public var clock: String {
    let seconds = Swift.max(0, count) / Self.rate
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    let tail = Self.twoDigits(seconds % 60)
    return hours > 0
      ? "\(hours):\(Self.twoDigits(minutes)):\(tail)" : "\(minutes):\(tail)"
  }

  private static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
