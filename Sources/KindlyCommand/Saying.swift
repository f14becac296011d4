import Glibc

/// Everything the program says: results on standard output, all else on standard error.
///
/// A reader that has gone away ends the program quietly; an output that can't be written ends it
/// with a sentence.
enum Saying {
  /// A result, with a line end.
  static func result(_ text: String) { write(text + "\n", to: 1) }

  /// Something about a result, with a line end.
  static func note(_ text: String) { write(text + "\n", to: 2) }

  /// Writes bytes as they are.
  static func write(_ text: String, to file: Int32) {
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
    note("kindly: I can't write the result: \(String(cString: strerror(code))).")
    exit(Failure.Code.inputOutput.rawValue)
  }
}
