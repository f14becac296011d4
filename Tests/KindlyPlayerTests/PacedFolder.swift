import Foundation
import KindlyTestDevices

@testable import KindlyPlayer

/// A device of our own for one test: a folder with its script, and what was heard.
struct PacedFolder {
  let path: String
  let speed: Double

  /// Makes a device; `script` in the words of `paced.c`.
  init(_ script: String...) throws {
    _ = Self.configured
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "paced-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    try (script.joined(separator: "\n") + "\n").write(
      toFile: path + "/device", atomically: false, encoding: .utf8)
    speed =
      script.compactMap { $0.hasPrefix("speed ") ? Double($0.dropFirst(6)) : nil }.first ?? 1
  }

  /// The device's name for ALSA.
  var name: String { "paced:\(path)" }

  /// A loudspeaker on this device.
  func loudspeaker(
    _ source: TestSource, at frame: Int64 = 0, volume: Float = 1, format: DeviceFormat? = nil
  ) throws -> Loudspeaker {
    try Loudspeaker(
      source.blocks, device: name, at: frame, volume: volume, format: format, pace: speed)
  }

  /// What was heard, as bytes. The end of it is there once the device is closed, a moment after the
  /// loudspeaker has told that it is finished.
  var heard: [UInt8] {
    var patience = 300
    while log.last?.what != "close", patience > 0 {
      poll(nil, 0, 10)
      patience -= 1
    }
    return [UInt8](FileManager.default.contents(atPath: path + "/heard.raw") ?? Data())
  }

  /// What was heard, as numbers of one kind.
  func heard<Number: BitwiseCopyable>(as kind: Number.Type) -> [Number] {
    let bytes = heard
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<Number>.stride).map {
        raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Number>.stride, as: kind)
      }
    }
  }

  /// What happened: when in nanoseconds, what, and after how many frames.
  var log: [(time: Int64, what: String, frame: Int64)] {
    let text = (try? String(contentsOfFile: path + "/log", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, let time = Int64(words[0]), let frame = Int64(words[2]) else {
        return nil
      }
      return (time, String(words[1]), frame)
    }
  }

  /// Throws the folder away.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// The folder of what was built, in which the tests themselves lie.
  static let products: String = {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: program ?? "/").deletingLastPathComponent().path
  }()

  /// ALSA reads its configuration once in a process; the device's folder is its argument.
  private static let configured: Bool = {
    guard let library = try? TestDevice.paced.library else { return false }
    let configuration = """
      </usr/share/alsa/alsa.conf>
      pcm_type.paced { lib "\(library)" }
      pcm.paced { @args [ FOLDER ] @args.FOLDER { type string } type paced folder $FOLDER }
      """
    let path = FileManager.default.temporaryDirectory.appending(
      path: "paced-\(getpid()).conf"
    ).path
    guard (try? configuration.write(toFile: path, atomically: true, encoding: .utf8)) != nil else {
      return false
    }
    return setenv("ALSA_CONFIG_PATH", path, 1) == 0
  }()
}

/// The first place at which two signals part; nil if they are the same.
func parting<Number: Equatable>(
  _ left: some Collection<Number>, _ right: some Collection<Number>
) -> String? {
  for (place, (one, other)) in zip(left, right).enumerated() where one != other {
    return "at \(place): \(one) and \(other)"
  }
  return left.count == right.count ? nil : "\(left.count) and \(right.count) long"
}
