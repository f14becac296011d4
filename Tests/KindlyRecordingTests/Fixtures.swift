import Glibc
import KindlyTimeline

@testable import KindlyRecording

/// A folder of one test's own, gone with it.
final class Folder {
  let path: String

  init() {
    var template = Array("/tmp/kindly-recording-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return "" }
      return String(cString: base)
    }
  }

  deinit { _ = run(["rm", "-rf", path]) }

  /// Names in the folder, hidden ones too.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func file(_ name: String) -> String { path + "/" + name }
}

/// All bytes of a file; empty when it is not there.
func bytes(of path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY)
  if descriptor < 0 { return [] }
  defer { close(descriptor) }
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count <= 0 { return all }
    all += buffer[..<count]
  }
}

/// What a program printed and how it ended.
struct Run {
  var status: Int32
  var output: [UInt8]
  var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs a program from the path, its errors thrown away; status 127 when there is no such program.
func run(_ words: [String]) -> Run {
  var ends: [Int32] = [0, 0]
  pipe(&ends)
  _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
  _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var child: pid_t = 0
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  let failure = posix_spawnp(&child, words[0], &actions, nil, &arguments, environ)
  for argument in arguments { free(argument) }
  close(ends[1])
  var run = Run(status: 127, output: [])
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while failure == 0 {
    let count = read(ends[0], &buffer, buffer.count)
    if count <= 0 { break }
    run.output += buffer[..<count]
  }
  close(ends[0])
  if failure == 0 {
    var status: Int32 = 0
    waitpid(child, &status, 0)
    run.status = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
  return run
}

/// Whether a program can be run here.
func has(_ program: String) -> Bool { run(["which", program]).status == 0 }

extension FileFormat {
  /// The formats that can be written here: one of them needs ffmpeg.
  static let here = allCases.filter { $0 != .m4a || has("ffmpeg") }
}

/// A session of so many seconds: a bell, a sentence, silence in two sections.
func session(seconds: Double = 3) -> Timeline {
  let whole = Frames(seconds: seconds)
  let half = Frames(whole.count / 2)
  let speech = Speech(
    utterance: Utterance(text: "May I be well.", voice: "calm", language: "en-US"), isPhrase: true,
    words: [
      Word(start: Frames(0), frames: Frames(9600), range: 0..<3),
      Word(start: Frames(9600), frames: Frames(4800), range: 4..<5),
      Word(start: Frames(14_400), frames: Frames(4800), range: 6..<8),
      Word(start: Frames(19_200), frames: Frames(9600), range: 9..<14),
    ])
  return Timeline(
    title: "Loving-kindness", frames: whole,
    sections: [
      Section(name: "Arriving", start: .zero, frames: half, line: 5),
      Section(name: "Resting – still", start: half, frames: whole - half, line: 9),
    ],
    events: [
      Event(
        start: .zero, frames: Frames(24_000), line: 6, section: 0,
        kind: .bell(Strike(bell: "bowl", strength: 1))),
      Event(
        start: Frames(24_000), frames: Frames(28_800), line: 7, section: 0, kind: .speech(speech)),
      Event(
        start: Frames(52_800), frames: whole - Frames(52_800), line: 8, section: 0,
        kind: .pause(Pause(natural: whole - Frames(52_800), flexible: true))),
    ])
}

/// A tone in the middle of a session, exact silence around it.
final class Tone {
  private var frame: Int64
  private let loud: Range<Int64>
  private let amplitude: Double
  private let hertz: Double

  init(
    loud: Range<Int64> = 4800..<48_000, amplitude: Double = 0.25, hertz: Double = 997,
    from frame: Int64 = 0
  ) {
    self.frame = frame
    self.loud = loud
    self.amplitude = amplitude
    self.hertz = hertz
  }

  func fill(_ samples: UnsafeMutablePointer<Float>, _ frames: Int) {
    for index in 0..<frames {
      let here = frame + Int64(index)
      let value =
        loud.contains(here)
        ? Float(amplitude * sin(2 * .pi * hertz * Double(here) / 48_000)) : 0
      samples[2 * index] = value
      samples[2 * index + 1] = value
    }
    frame += Int64(frames)
  }
}

extension Recording {
  /// A recording of `session` with tags that show whether names survive.
  static func sample(_ encoding: Encoding, seconds: Double = 3) -> Recording {
    Recording(
      timeline: session(seconds: seconds), encoding: encoding,
      tags: Tags(
        title: "Loving-kindness", author: "Ana Müller", language: "en-US", comment: "metta"))
  }
}

/// Where two byte strings part; nil when they are equal.
func firstDifference(_ left: [UInt8], _ right: [UInt8]) -> Int? {
  if left.count != right.count { return min(left.count, right.count) }
  return zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
}

/// Puts a text in a file.
func write(_ text: String, to path: String) { write(bytes: Array(text.utf8), to: path) }

/// Writes a small file.
func write(bytes: [UInt8], to path: String) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  close(descriptor)
}
