import Foundation
import KindlyTestDevices
import Testing

/// How operations fail.
struct Fault: Sendable, CustomTestStringConvertible {
  let code: Int32
  let isLasting: Bool
  var testDescription: String {
    String(cString: strerror(code)) + (isLasting ? ", for good" : "")
  }
}

extension Program {
  /// Puts something else where the program looks for a shared library first.
  func spoil(library: String) throws {
    try write("no library", to: "lib/\(library)")
    environment["LD_LIBRARY_PATH"] = folder + "/lib:" + (variables["LD_LIBRARY_PATH"] ?? "")
  }

  /// Runs the program in its folder `home`, where one operation fails; the file operations there, in
  /// order.
  func runAtHome(
    _ words: [String], failing: (number: Int, fault: Fault)?
  ) throws -> (outcome: Outcome, operations: [String]) {
    let tally = folder + "/tally"
    try? FileManager.default.removeItem(atPath: tally)
    let library = try TestDevice.faults.library
    var variables = [
      "HOME=\(folder)/home", "LD_PRELOAD=\(library)",
      "KINDLY_FAULTS_UNDER=\(folder)/home", "KINDLY_FAULTS_TALLY=\(tally)",
    ]
    if let (number, fault) = failing {
      variables += ["KINDLY_FAULTS_AT=\(number)", "KINDLY_FAULTS_CODE=\(fault.code)"]
      if fault.isLasting { variables.append("KINDLY_FAULTS_LASTING=1") }
    }
    let outcome = try start(
      "/usr/bin/env", ["-C", folder + "/home"] + variables + [Self.path] + words
    ).outcome()
    let text = String(
      decoding: FileManager.default.contents(atPath: tally) ?? Data(), as: UTF8.self)
    return (outcome, text.split(separator: "\n").map(String.init))
  }
}
