// Compiled into every program of this folder: timing, and rows as `Tests/Benchmarks/run` reads them.

/// The milliseconds that each of several runs of a piece of work takes, after one that warms up.
func timings(_ times: Int, _ work: () -> Void) -> [Double] {
  let clock = ContinuousClock()
  work()
  return (0..<times).map { _ in
    let (seconds, attoseconds) = clock.measure(work).components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
}

/// How often something is measured: few times when it only has to be seen that it works.
func times(_ many: Int) -> Int { CommandLine.arguments.contains("--quick") ? min(many, 3) : many }

/// Prints one row as a line of JSON. Names need no escapes.
func row(
  _ set: String, _ name: String, _ unit: String, _ values: [Double], isYardstick: Bool = false,
  remark: String = ""
) {
  print(
    """
    {"set": "\(set)", "name": "\(name)", "unit": "\(unit)", "values": \(values), \
    "is_yardstick": \(isYardstick), "remark": "\(remark)"}
    """)
}
