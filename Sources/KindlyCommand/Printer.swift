import Glibc
import KindlyConsole
import KindlyLanguage
import KindlyMessages
import KindlyTimeline
import Synchronization

/// Everything the program writes: results on standard output, all else on standard error. The one
/// door to a terminal, where control, direction and invisible characters are made visible.
///
/// A reader that has gone away ends the program quietly; an output that can't be written ends it
/// with a sentence.
enum Printer {
  /// A result, with a line end.
  static func result(_ text: String) { write(lines(text) + "\n", to: 1) }

  /// A result for programs: one line. What a terminal would obey is written as JSON writes it.
  static func json(_ json: JSON) { self.json(line: json.line) }

  /// A result for programs that is on one line already.
  static func json(line: String) { write(escaped(line) + "\n", to: 1) }

  /// A file's content as a result: exactly its bytes, unless a terminal would obey them.
  static func content(_ text: String) { write(isatty(1) == 1 ? lines(text) : text, to: 1) }

  /// Something about a result, with a line end.
  static func note(_ text: String) { write(lines(text) + "\n", to: 2) }

  /// A message of the catalogue about a result.
  static func note(_ message: Message) { tell(message.text(in: Interface.language)) }

  /// A message of the catalogue, worth knowing while a command goes on.
  static func warn(_ message: Message) { warn(message.text(in: Interface.language)) }

  /// A message of the catalogue as a result.
  static func result(_ message: Message) {
    result(HangingText(width: Terminal.width(of: 1)).whole(message.text(in: Interface.language)))
  }

  /// A question, after which the listener types on the same line.
  static func ask(_ question: String) { write(lines(question), to: 2) }

  /// Escape codes of the program's own, with text between them that was made visible.
  static func draw(_ text: String) { write(text, to: 2) }

  /// Why a command can't go on.
  static func tell(_ failure: Failure) {
    switch failure.words {
    case .sentence(let sentence): warn(sentence)
    case .report(let report): note(report)
    case .nothing: break
    }
  }

  /// Something worth knowing while a command goes on, in a sentence.
  static func warn(_ sentence: String) { tell("kindly: " + sentence) }

  /// Sentences for a person, broken between words where a terminal is narrower.
  static func tell(_ sentences: String) {
    note(HangingText(width: Terminal.width(of: 2)).whole(sentences))
  }

  /// Text of several lines in which nothing but line ends and tabs is obeyed by a terminal.
  static func lines(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
    if isPlain { return text }
    var shown = ""
    var piece = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard scalar == "\n" || scalar == "\t" else {
        piece.append(scalar)
        continue
      }
      shown += visible(String(piece))
      shown.unicodeScalars.append(scalar)
      piece = String.UnicodeScalarView()
    }
    return shown + visible(String(piece))
  }

  /// A line of JSON in which whatever would have to be made visible is written as `\u202E`. All of it
  /// lies in strings: the rest of JSON is plain.
  private static func escaped(_ line: String) -> String {
    if line.isPlain || visible(line) == line { return line }
    return line.map { character in
      visible(String(character)) == String(character)
        ? String(character)
        : character.utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }.joined()
  }

  private static let queues = Mutex<[OutputQueue]>([])

  /// From here on nothing that is written waits for its reader. What does not fit is counted, and the
  /// count is told when there is room.
  static func neverWait() {
    queues.withLock { queues in
      guard queues.isEmpty else { return }
      queues = [
        OutputQueue(1) { count in
          JSON.object([
            ("v", .int(1)), ("event", .string("lost")), ("count", .int(Int64(count))),
          ]).line + "\n"
        },
        OutputQueue(2) { count in Message.linesLost(count).text(in: Interface.language) + "\n" },
      ]
    }
  }

  /// Whether standard error takes a picture now without waiting.
  static var takesPicture: Bool { queue(of: 2)?.isIdle ?? true }

  /// Whether nobody reads the results any more.
  static var hasNoReader: Bool { queue(of: 1)?.problem == EPIPE }

  /// Waits until what was written has gone, a moment at most, and ends with a sentence if it can't.
  static func flush(within seconds: Double) {
    guard let output = queue(of: 1) else { return }
    output.flush(within: seconds)
    queue(of: 2)?.flush(within: seconds)
    if output.problem != 0, output.problem != EPIPE { giveUp(1, output.problem) }
  }

  private static func queue(of file: Int32) -> OutputQueue? {
    queues.withLock { $0.isEmpty ? nil : $0[Int(file) - 1] }
  }

  private static func write(_ text: String, to file: Int32) {
    if file == 1, !StandardFiles.hasOutput { giveUp(file, EBADF) }
    if let queue = queue(of: file) { return queue.send(text) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if sent >= 0 {
        bytes = bytes.dropFirst(sent)
      } else if errno == EAGAIN {
        var ready = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        giveUp(file, errno)
        return
      }
    }
  }

  /// Nobody can be told about a closed standard error; results that go nowhere are an error.
  private static func giveUp(_ file: Int32, _ code: Int32) {
    guard file == 1 else { return }
    if code == EPIPE { exit(0) }
    tell(
      Failure(
        .inputOutput,
        code == EBADF
          ? Message.outputClosed : .outputRefused(String(cString: strerror(code)))))
    exit(Failure.Code.inputOutput.rawValue)
  }
}

extension String {
  /// Whether every byte is a printable character of ASCII.
  fileprivate var isPlain: Bool {
    var text = self
    return text.withUTF8 { bytes in
      // Nothing ends this early, so that many bytes are compared at once.
      bytes.reduce(0) { $0 | ($1 &- 0x20 < 0x5f ? 0 : 1) } == UInt8(0)
    }
  }
}
