import CKindlyESpeakNG
import Glibc

/// A program that stays and speaks one request after another: a line of JSON each, answered by a line.
/// It ends when this goes away, and when this process ends, however it ends. One thread at a time.
///
/// A request is `{"text": "…", "pace": 0.42, "seed": 1, "voice": "…", "out": "/…/sound.wav"}` on the
/// program's standard input; it writes the sound file `out` and then answers `{"ok": true}` on its
/// standard output. Any other line is an error of this one request, and is quoted.
final class ResidentProgram: @unchecked Sendable {  // the speaker gives it to one thread at a time
  /// No file that the program writes may be larger.
  private static let mostBytes = UInt64(64 << 20)
  /// An answer beyond this is none.
  private static let longestAnswer = 1 << 16

  private let guardian: pid_t
  private let leash: Int32
  private let socket: Int32
  private let folder: TemporaryFolder
  private var unread: [UInt8] = []

  /// Starts the program; it may still be loading when this returns.
  /// - Parameter arguments: its path and what it is started with.
  /// - Throws: `programFailed`, `noWorker`.
  init(_ arguments: [String], name: String) throws(SpeechFailure) {
    guard let folder = TemporaryFolder() else {
      throw .noWorker(reason: "no temporary folder can be made")
    }
    self.folder = folder
    var guardian: pid_t = 0
    var (leash, socket): (Int32, Int32) = (-1, -1)
    let error = withArgumentVector(arguments) { vector in
      kindly_start_resident(
        arguments[0], vector, environ, folder.complaints, Self.mostBytes, &guardian, &leash, &socket
      )
    }
    guard error == 0 else {
      throw .programFailed(name: name, how: .notStarted(errno: Int(error)), lastWords: "")
    }
    (self.guardian, self.leash, self.socket) = (guardian, leash, socket)
  }

  deinit {
    close(socket)
    kindly_leash_ends(guardian, leash)
  }

  /// How a request ended.
  enum Outcome {
    /// The sound file is written.
    case spoken
    /// This request can't be spoken; the program's own words.
    case refused(String)
    /// It ended before it answered: another one may do better.
    case ended(kindly_ending, complaints: String)
    /// It did not answer in time; it is of no more use.
    case hung
  }

  /// Sends a request and waits for the answer, `seconds` at most, loading included.
  func speak(_ request: String, within seconds: Double) -> Outcome {
    let deadline = Monotonic.milliseconds() + Int(seconds * 1000)
    guard send(Array((request + "\n").utf8), until: deadline) else { return end(by: deadline) }
    guard let line = line(until: deadline) else { return end(by: deadline) }
    let answer = line.filter { $0 != " " }
    if answer.hasPrefix("{\"ok\":true") { return .spoken }
    let words = SpeakableText(characters: ComposedText(line).characters).string
    return .refused(String(words.prefix(200)))
  }

  private func end(by deadline: Int) -> Outcome {
    if Monotonic.milliseconds() >= deadline { return .hung }
    // Its end of the socket is closed: it ends now, or has lost its mind.
    var ending = kindly_ending()
    if kindly_leash_waits(leash, 1000, &ending) { return .hung }
    return .ended(ending, complaints: folder.lastWords)
  }

  private func send(_ bytes: [UInt8], until deadline: Int) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard isReady(POLLOUT, until: deadline) else { return false }
        let sent = Glibc.send(
          socket, buffer.baseAddress?.advanced(by: offset), buffer.count - offset,
          Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        if sent < 0, errno == EINTR || errno == EAGAIN { continue }
        guard sent > 0 else { return false }
        offset += sent
      }
      return true
    }
  }

  /// The next line without its end; nil if none came in time, it was too long, or the program ended.
  private func line(until deadline: Int) -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread.removeSubrange(...end)
        return line
      }
      guard unread.count < Self.longestAnswer, isReady(POLLIN, until: deadline) else { return nil }
      let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { memory, filled in
        filled = max(0, recv(socket, memory.baseAddress, 4096, 0))
      }
      guard !chunk.isEmpty else { return nil }
      unread += chunk
    }
  }

  private func isReady(_ events: Int32, until deadline: Int) -> Bool {
    var watched = pollfd(fd: socket, events: Int16(events), revents: 0)
    while true {
      let ready = poll(&watched, 1, Int32(max(0, deadline - Monotonic.milliseconds())))
      if ready >= 0 { return ready > 0 }
      guard errno == EINTR else { return false }
    }
  }
}
