import Foundation
import Glibc
import Testing

@Suite(
  .besideOthers, .enabled(if: TerminalScreen.isInstalled, "needs the Debian package tmux"))
struct TerminalTests {
  /// A terminal in which a quiet practice plays.
  func playing(
    _ program: Program, width: Int = 80, height: Int = 24
  ) throws -> TerminalScreen {
    try program.writeQuietPractice()
    let device = try program.pacedDevice()
    let screen = try TerminalScreen(program, width: width, height: height)
    try screen.type("\(Program.path) play quiet.practice --device '\(device)'; echo ended $?")
    try screen.see("of 1:00")
    return screen
  }

  @Test(arguments: [(80, 24), (40, 10), (200, 50)])
  func `the picture fits the terminal`(width: Int, height: Int) throws {
    let program = try Program()
    let screen = try playing(program, width: width, height: height)
    try screen.see("Arriving")
    try screen.see("Let your body be at ease.")
    try screen.press("PageDown")
    try screen.see("Wishes 慈悲")
    try screen.see("May I be safe.")
    try screen.press("PageDown")
    try screen.see("Stay with whatever is here")
    let lines = try screen.lines()
    let bar = try #require(lines.first { $0.contains("━") })
    #expect(bar.count == min(width - 2, 78) + 1)
    #expect(lines.filter { $0.contains("of 1:00") }.count == 1)
    try screen.press("q")
    try screen.see("ended 0")
  }

  @Test func `every key does what it is for, and the shell gets its terminal back`() throws {
    let program = try Program()
    let screen = try playing(program)
    try screen.press("Space")
    try screen.see("paused · space goes on")
    try screen.press("Up")
    try screen.see("0:59 of 1:00")
    try screen.press("Down")
    try screen.press("Right")
    try screen.see("0:05 of 1:00")
    try screen.press("Left")
    try screen.see("0:00 of 1:00")
    try screen.press(".")
    try screen.see("Wishes")
    try screen.press(",")
    try screen.see("Arriving")
    try screen.press("PageDown")
    try screen.see("Wishes")
    try screen.press("PageUp")
    try screen.see("Arriving")
    try screen.press("?")
    try screen.see("end, remember the place")
    try screen.press("?")
    try screen.press("p")
    try screen.see("space pauses")
    try screen.press("9")
    try screen.see("volume -2 dB")
    try screen.press("0")
    try screen.press("m")
    try screen.see("muted")
    try screen.press("m")
    try screen.press("n")
    try screen.see("Wishes")
    try screen.press("Q")
    try screen.see("ended 0")
    try screen.type("stty -a; stty -a | grep -c ' echo '")
    try screen.see("icanon")
    try screen.type("\(Program.path) play quiet.practice --device null")
    try screen.see("r goes on at 0:14, where you left")
    try screen.press("r")
    try screen.see("May I be safe.")
  }

  @Test func `while a slow voice speaks, the picture says how far it is, and q leaves`() throws {
    let program = try Program()
    try program.write(
      """
      Name: Slow
      Language: en
      Engine: command
      Command: sh -c "cat >/dev/null; sleep 1; exec espeak-ng -w $0 hello" {out}
      """, to: ".local/share/kindly/Voices/Narrators/slow.voice")
    #expect(try program.run("voices", "trust", "slow").code == 0)
    let lines = (1...40).map { "This is line \($0)." }.joined(separator: "\n")
    try program.write("Title: Patience\nVoice: slow\nBell: none\n\n\(lines)\n", to: "slow.practice")
    let device = try program.pacedDevice()
    let screen = try TerminalScreen(program)
    try screen.type("\(Program.path) play slow.practice --device '\(device)'; echo ended $?")
    try screen.see("Patience")
    try screen.see("Speaking 3 of 40")
    try screen.press("q")
    try screen.see("ended 0")
    // Of 40 lines at a second each not half was waited for, and nothing speaks on.
    #expect(try !screen.lines().contains { $0.contains("Speaking") || $0.contains(" of 40") })
  }

  @Test func `a terminal that changes its size is drawn anew`() throws {
    let screen = try playing(try Program())
    try screen.resize(40, 10)
    try wait("a bar of 38 columns") {
      try screen.lines().contains { $0.contains("━") && $0.count == 39 }
    }
    try screen.resize(100, 30)
    try wait("a bar of 78 columns") {
      try screen.lines().contains { $0.contains("━") && $0.count == 79 }
    }
    try screen.press("q")
    try screen.see("ended 0")
  }

  @Test func `Ctrl-Z gives the shell its terminal, and fg finds the sitting paused`() throws {
    let program = try Program()
    try program.writeQuietPractice()
    let device = try program.pacedDevice()
    let screen = try TerminalScreen(program)
    try screen.type("\(Program.path) play quiet.practice --device '\(device)'")
    try screen.see("of 1:00")
    try screen.press("C-z")
    try screen.see("Stopped")
    try screen.type("echo typed")
    try screen.see("echo typed")
    try screen.type("fg")
    try screen.see("paused · space goes on")
    try screen.press("Space")
    try screen.see("space pauses")
    try screen.press("C-c")
    try screen.see("ready>")
    try screen.type("echo ended $?")
    try screen.see("ended 130")
  }

  @Test(arguments: ["SEGV", "ABRT"])
  func `a program that crashes gives the terminal back`(signal: String) throws {
    let program = try Program()
    let screen = try playing(program)
    let shell = try screen.shell()
    let children = "/proc/\(shell)/task/\(shell)/children"
    let process = try #require(
      Int32(try String(contentsOfFile: children, encoding: .utf8).split(separator: " ")[0]))
    kill(process, signal == "SEGV" ? SIGSEGV : SIGABRT)
    try screen.see("ended 1")
    #expect(try !screen.lines().contains { $0.contains("of 1:00") })
    try screen.type("stty -a")
    try screen.see(" icanon")
    try screen.see(" echo ")
  }

  @Test func `after kill −9 a new one plays, and the place is not lost`() throws {
    let program = try Program()
    let screen = try playing(program)
    try screen.press("PageDown")
    try screen.press("Space")
    try screen.see("paused")
    try screen.press("C-z")
    try screen.see("Stopped")
    try screen.type("kill -9 %1; reset; stty sane")
    try screen.type(
      "clear; \(Program.path) play quiet.practice --resume --device '\(program.folderDevice)'; echo ended $?"
    )
    try screen.see("Wishes")
    try screen.press("q")
    try screen.see("ended 0")
  }
}

extension Program {
  /// The name of the device that `pacedDevice` made.
  var folderDevice: String { "paced:\(folder)/device" }
}
