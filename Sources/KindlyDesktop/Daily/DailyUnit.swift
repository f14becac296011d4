import KindlyBase

/// Something that starts at the same time every day: the two files that systemd's user manager reads.
public struct DailyUnit: Sendable, Hashable {
  /// When, on the clock of the machine.
  public var time: DailyTime
  /// What is started: a program by its whole path, and its arguments.
  public var command: [String]
  /// How a person reads what is started, on one line without control characters.
  public var told: String
  /// The folder it runs in; nil for the home. On one line, without space at its ends.
  public var folder: String?
  /// Variables of its environment, beside those of the manager: `NAME=value`.
  public var variables: [String]

  /// Joins what is started with its time.
  public init(
    at time: DailyTime, command: [String], told: String, folder: String? = nil,
    variables: [String] = []
  ) {
    self.time = time
    self.command = command
    self.told = told
    self.folder = folder
    self.variables = variables
  }

  /// Whether the folder can be written into a unit at all.
  public static func isFolder(_ path: String) -> Bool {
    path.hasPrefix("/") && UnitText.value(path) != nil
  }

  /// The file that says what is started.
  var service: [UInt8] {
    var lines = [
      "[Unit]", "Description=\(described)", "", "[Service]", "Type=exec",
      "ExecStart=:" + command.map(UnitText.word).joined(separator: " "),
    ]
    if let folder, let value = UnitText.value(folder) { lines.append("WorkingDirectory=\(value)") }
    lines += variables.map { "Environment=" + UnitText.word($0) }
    return signed(lines)
  }

  /// The file that says when.
  var timer: [UInt8] {
    signed([
      "[Unit]", "Description=\(described)", "", "[Timer]",
      "OnCalendar=*-*-* \(time.text):00", "AccuracySec=1s", "", "[Install]",
      "WantedBy=timers.target",
    ])
  }

  /// `Kindly, daily at 06:30: metta --length 20m`, from which the list is read again.
  private var described: String { Self.begin(time) + (UnitText.value(told) ?? time.text) }

  /// The text that a unit's description tells, if it is one of these.
  static func told(in lines: [Substring], at time: DailyTime) -> String? {
    let begin = "Description=" + begin(time)
    return lines.first { $0.hasPrefix(begin) }
      .map { UnitText.text(ofValue: String($0.dropFirst(begin.count))) }
  }

  private static func begin(_ time: DailyTime) -> String { "Kindly, daily at \(time.text): " }

  /// The lines below the one that says who wrote them, and a digest of what was written.
  private func signed(_ lines: [String]) -> [UInt8] {
    let body = lines.map { $0 + "\n" }.joined()
    return Array((Signature.line(over: body, time) + "\n" + body).utf8)
  }

  /// The first line of our units. What it is over tells whether somebody has changed the unit since.
  enum Signature {
    static let begin = "# Written by kindly"

    static func line(over body: String, _ time: DailyTime) -> String {
      "\(begin) (\(SHA256.hex(Array(body.utf8)).prefix(16))). "
        + "To remove it: kindly daily stop \(time.text)"
    }
  }
}

/// A time of day: `06:30`.
public struct DailyTime: Sendable, Hashable, Comparable {
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int

  /// A time of day; nil if a day has no such.
  public init?(hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// A time from the name of a unit, or part of one: `0630`.
  init?(digits: Substring) {
    guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let hour = Int(digits.prefix(2)), let minute = Int(digits.suffix(2))
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// `06:30`.
  public var text: String { Self.two(hour) + ":" + Self.two(minute) }

  /// How its units are called, without an ending: `kindly-daily-0630`.
  public var unit: String { Self.unitBegin + Self.two(hour) + Self.two(minute) }

  static let unitBegin = "kindly-daily-"

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The earlier of the day comes first.
  public static func < (left: DailyTime, right: DailyTime) -> Bool {
    (left.hour, left.minute) < (right.hour, right.minute)
  }
}
