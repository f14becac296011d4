import Foundation

/// A shared library that tests put beside a program: an ALSA plugin, or functions that stand before
/// the C library's own. Each is one C file of `Tests/Devices`, compiled when a test first asks for it,
/// so that nobody who depends on the package ever sees it.
public enum TestDevice: String, Sendable {
  /// A sound device with a clock and faults of its own; `paced.c` says how it is told what to do.
  case paced
  /// Counts what the audio thread allocates, frees and locks.
  case counting
  /// An engine for speech that spins or hangs where its text says so.
  case engine
  /// Makes the n-th file operation fail.
  case faults

  /// The path of the library, beside the tests; it is compiled once in a process. Any thread.
  /// - Throws: `Failure` with what the compiler said.
  public var library: String {
    get throws {
      try Self.lock.withLock {
        if let path = Self.paths[self] { return path }
        let path = try compiled()
        Self.paths[self] = path
        return path
      }
    }
  }

  /// What the compiler said where it gave up.
  public struct Failure: Error, CustomStringConvertible {
    /// Its output, as it stands.
    public let description: String
  }

  private static let lock = NSLock()
  private nonisolated(unsafe) static var paths: [TestDevice: String] = [:]  // guarded by the lock

  /// Compiles under a name of this process, then renames: another run may be loading the old one.
  private func compiled() throws -> String {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let library = URL(filePath: tests).deletingLastPathComponent()
      .appending(path: "libkindly-test-\(rawValue).so").path
    let fresh = library + ".\(ProcessInfo.processInfo.processIdentifier)"
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments =
      ["clang", "-O1", "-g", "-shared", "-fPIC", "-Wall", "-Werror"]
      + [sources.appending(path: "\(rawValue).c").path, "-o", fresh]
      + (self == .paced ? ["-lasound"] : []) + ["-ldl", "-lpthread"]
    let said = Pipe()
    compiler.standardError = said
    try compiler.run()
    let words = said.fileHandleForReading.readDataToEndOfFile()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0, rename(fresh, library) == 0 else {
      throw Failure(description: String(decoding: words, as: UTF8.self))
    }
    return library
  }
}
