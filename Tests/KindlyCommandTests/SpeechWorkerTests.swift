import Foundation
import Glibc
import Testing

/// The process that speaks, seen by the one that has it speak: a greeting, then an answer for each
/// phrase, over a socket on descriptor 3.
@Suite(.besideOthers) struct SpeechWorkerTests {
  /// A worker and our end of its socket.
  private final class Conversation {
    let process: pid_t
    private let socket: Int32

    init(_ program: Program, library: String = "libespeak-ng.so.1") throws {
      var ends: [Int32] = [-1, -1]
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      let made = socketpair(AF_UNIX, kind, 0, &ends)
      try #require(made == 0)
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, ends[1], 3)
      let texts: [String] = ["kindly", "speak-worker", library]
      let words = texts.map { strdup($0) } + [nil]
      let variables = program.variables.map { strdup("\($0)=\($1)") } + [nil]
      defer { for pointer in words + variables { free(pointer) } }
      var process: pid_t = 0
      let started = posix_spawn(&process, Program.path, &actions, nil, words, variables)
      try #require(started == 0)
      close(ends[1])
      self.process = process
      socket = ends[0]
    }

    /// Sends a message with its length before it.
    func say(_ message: [UInt8]) {
      let whole = Self.bytes(message.count) + message
      #expect(send(socket, whole, whole.count, Int32(MSG_NOSIGNAL)) == whole.count)
    }

    /// Four bytes of a number in the machine's own order.
    static func bytes(_ number: Int) -> [UInt8] {
      withUnsafeBytes(of: Int32(number)) { Array($0) }
    }

    /// A phrase as a worker reads it.
    static func phrase(_ text: String, voice: String = "en-us", phonemes: Bool = false) -> [UInt8] {
      let numbers = [170, 50, 50, 100, 0, 20_000, 120_000, phonemes ? 1 : 0]
      return numbers.flatMap(bytes)
        + [voice, text].flatMap { bytes($0.utf8.count) + Array($0.utf8) }
    }

    /// The next message; nil when the worker has gone.
    func hear() -> [UInt8]? {
      guard let head = read(4) else { return nil }
      return read(Int(head.withUnsafeBytes { $0.loadUnaligned(as: Int32.self) }))
    }

    private func read(_ count: Int) -> [UInt8]? {
      var bytes = [UInt8](repeating: 0, count: count)
      let got = recv(socket, &bytes, count, Int32(MSG_WAITALL))
      return got == count ? bytes : nil
    }

    /// Goes away; gives how the worker ended.
    func leave() -> Int32 {
      close(socket)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      return status
    }
  }

  private func number(_ message: [UInt8], at place: Int = 0) -> Int32 {
    message.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Int32.self) }
  }

  @Test func `a worker greets, speaks, tells phonemes, and ends when its owner goes away`() throws {
    let worker = try Conversation(try Program())
    #expect(number(try #require(worker.hear())) == 22_050)
    worker.say(Conversation.phrase("May I be safe."))
    let spoken = try #require(worker.hear())
    // Half a second of 16-bit samples at the least.
    #expect(number(spoken) == 0)
    #expect(spoken.count > 22_050)
    worker.say(Conversation.phrase("May I be safe.", phonemes: true))
    let sounds = String(decoding: try #require(worker.hear()), as: UTF8.self)
    #expect(sounds.contains("eɪf"), "\(sounds.prefix(80))")
    worker.say(Conversation.phrase("May I be safe.", voice: "no-such"))
    #expect(number(try #require(worker.hear())) != 0)
    #expect(worker.leave() == 0)
  }

  @Test func `a worker without its library says why, and ends when its owner goes away`() throws {
    let worker = try Conversation(try Program(), library: "/nowhere/libespeak-ng.so.1")
    let greeting = try #require(worker.hear())
    #expect(number(greeting) <= 0)
    #expect(String(decoding: greeting.dropFirst(8), as: UTF8.self).contains("/nowhere"))
    #expect(worker.leave() == 0)
  }

  @Test func `a phrase that is cut short ends a worker with 65`() throws {
    let worker = try Conversation(try Program())
    #expect(worker.hear() != nil)
    worker.say([1, 2, 3])
    #expect(worker.hear() == nil)
    #expect(worker.leave() == 65 << 8)
  }
}
