import Glibc

/// The listener's terminal: keys without echo, a picture on standard error, and everything put back.
///
/// Control thread. Keys that make signals (Ctrl-C, Ctrl-Z) stay signals.
public final class Terminal {
  private var saved: termios?
  private var picture = TerminalPicture()
  private let isReady: () -> Bool
  private let send: (String) -> Void
  private var isOpen = false

  /// Whether keys can be read: standard input is a terminal and this program is in its foreground.
  public static var hasKeys: Bool { isatty(0) == 1 && tcgetpgrp(0) == getpgrp() }

  /// Whether a picture can be drawn: standard error is a terminal that knows more than lines.
  public static var hasScreen: Bool {
    guard isatty(2) == 1 else { return false }
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    return !kind.isEmpty && kind != "dumb"
  }

  /// Makes a terminal; nothing is changed before `open`.
  /// - Parameters:
  ///   - isReady: whether a picture would be drawn at once; else it is left out.
  ///   - send: writes to standard error without waiting.
  public init(isReady: @escaping () -> Bool, send: @escaping (String) -> Void) {
    self.isReady = isReady
    self.send = send
  }

  /// Takes the keys, and the screen if `screen`.
  public func open(screen: Bool) {
    if Self.hasKeys { takeKeys() }
    if screen {
      isOpen = true
      picture.forget()
      send(Escape.open)
    }
    TerminalRescue.arm(saved: saved, screen: isOpen)
  }

  /// Gives everything back. Safe to call twice.
  public func close() {
    if isOpen { send(Escape.close) }
    isOpen = false
    // At once: waiting for what was written would not end on a stopped terminal.
    if var saved { tcsetattr(0, TCSANOW, &saved) }
    saved = nil
    TerminalRescue.disarm()
  }

  /// Shows the sitting, if the screen was taken.
  public func show(_ screen: Screen) { show { screen.lines(width: $0, height: $1) } }

  /// Shows how far the making of a session is, if the screen was taken.
  package func show(_ screen: PreparationScreen) { show { screen.lines(width: $0, height: $1) } }

  private func show(_ lines: (_ width: Int, _ height: Int) -> [String]) {
    guard isOpen, isReady() else { return }
    let (width, height) = Self.size
    send(picture.update(to: lines(width, height), width: width, height: height))
  }

  /// Keys that were pressed since the last time; never waits. Nil at the end of the input.
  public func keys() -> [Key]? {
    var bytes = [UInt8](repeating: 0, count: 256)
    let got = read(0, &bytes, bytes.count)
    guard got != 0 else { return nil }
    return got > 0 ? Key.keys(in: Array(bytes.prefix(got))) : []
  }

  private func takeKeys() {
    var now = termios()
    guard tcgetattr(0, &now) == 0 else { return }
    saved = now
    now.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(0, TCSANOW, &now)
  }

  /// The columns of the terminal that `file` is, 1 or 2; nil where it is none.
  public static func width(of file: Int32) -> Int? {
    var size = winsize()
    guard isatty(file) == 1, ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  private static var size: (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}
