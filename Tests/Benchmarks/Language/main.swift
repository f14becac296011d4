import Glibc
import Practice

/// The seconds a piece of work takes: the best of several runs, because the machine is shared.
func best(of runs: Int, _ work: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    work()
    clock_gettime(CLOCK_MONOTONIC, &end)
    best = min(best, Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9)
  }
  return best
}

/// The bytes of a file, read as `cat` reads them.
func contents(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 17)
  while true {
    let count = block.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
    guard count > 0 else { return bytes }
    bytes.append(contentsOf: block[..<count])
  }
}

let path = CommandLine.arguments[1]
let bytes = contents(of: path)
let lines = bytes.count { $0 == 0x0A }
let source = Source(path: path, bytes: bytes)
print("\(lines) lines, \(bytes.count) bytes")
func report(_ name: String, _ seconds: Double) {
  let rate = Double(bytes.count) / seconds / 1e6
  let milliseconds = (seconds * 100_000).rounded() / 100
  print("\(name)\t\(milliseconds) ms\t\(Int(Double(lines) / seconds)) lines/s\t\(Int(rate)) MB/s")
}
report("read the bytes", best(of: 5) { _ = contents(of: path) })
report("read the practice", best(of: 5) { _ = read(practice: source) })
report("format", best(of: 5) { _ = formatted(source, as: .practice) })
let reading = read(practice: source)
print("\(reading.tree.body.count) nodes, \(reading.diagnostics.count) problems")
