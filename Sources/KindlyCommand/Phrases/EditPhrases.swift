import ArgumentParser
import Glibc
import KindlyLibrary
import KindlyLanguage

/// `kindly phrases edit`: the listener's profile in their own editor, read again afterwards.
struct EditPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open your profile, with your wishes, in your editor.")

  func run() throws {
    let file = ProfileFile(in: try Folders.ofUser())
    do {
      if try file.source() == nil { try file.replace(with: Profile.template) }
    } catch let problem as StateFileProblem {
      throw Failure(problem)
    } catch let problem as TextFileProblem {
      throw Failure(problem)
    }
    let variable = ["VISUAL", "EDITOR"].first { !(Self.value($0) ?? "").isEmpty }
    let editor = variable.flatMap(Self.value) ?? "editor"
    guard try Self.edit(file.path, with: editor) else {
      throw Failure(
        .unavailable,
        "I couldn't run \(visible(editor)). Set EDITOR to your editor, or open"
          + " \(file.path) yourself.")
    }
    _ = try Workshop().profile()
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Runs the listener's editor to its end; false if it could not be run or gave up.
  ///
  /// EDITOR may hold options, so a shell splits it, as other programs do; the path is not part of
  /// what the shell reads.
  private static func edit(_ path: String, with editor: String) throws(Failure) -> Bool {
    let words = ["sh", "-c", "exec \(editor) \"$1\"", "kindly", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    // While the editor has the terminal, Ctrl-C and Ctrl-\ are its business.
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }
}
