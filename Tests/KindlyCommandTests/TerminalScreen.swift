import Foundation
import Testing

/// A terminal that a test looks at and types into: tmux with a server of its own.
final class TerminalScreen {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  private let program: Program
  private let socket: String

  /// Opens a shell of `width` by `height` in the program's folder.
  init(_ program: Program, width: Int = 80, height: Int = 24) throws {
    self.program = program
    socket = program.folder + "/tmux"
    program.environment["TERM"] = "xterm"
    _ = try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)",
      "/bin/bash --norc --noprofile -i")
    try type("PS1='ready> '")
    try wait("the shell") { try lines().contains { $0.hasPrefix("ready>") } }
  }

  deinit { _ = try? tmux("kill-server") }

  /// Types a line and Enter.
  func type(_ line: String) throws { _ = try tmux("send-keys", line, "Enter") }

  /// Presses a key by tmux's name for it.
  func press(_ key: String) throws { _ = try tmux("send-keys", key) }

  /// Makes the terminal another size.
  func resize(_ width: Int, _ height: Int) throws {
    _ = try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// The process of its shell.
  func shell() throws -> Int32 {
    let answer = try tmux("list-panes", "-F", "#{pane_pid}").trimmingCharacters(in: .newlines)
    return try #require(Int32(answer))
  }

  /// What a person sees.
  func lines() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Waits until a line is seen that has `text` in it.
  func see(_ text: String) throws {
    try wait("\"\(text)\" on the screen, where there was:\n\(try lines().joined(separator: "\n"))")
    {
      try lines().contains { $0.contains(text) }
    }
  }

  private func tmux(_ arguments: String...) throws -> String {
    try program.start("/usr/bin/tmux", ["-S", socket] + arguments).outcome().output
  }
}
