import ArgumentParser
import Glibc
import KindlyLibrary
import KindlySpeech
import KindlyLanguage

/// `kindly cache`: what was spoken once and is kept.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "Show how much speech is cached, or clear it.",
    subcommands: [Show.self, Clear.self], defaultSubcommand: Show.self)

  /// `kindly cache show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show how much is cached, and where.")

    func run() throws {
      let folder = try Folders.ofUser().cache
      let usage = ClipCache(folder: folder).usage()
      Printer.result("\(folder): \(CacheCommand.words(usage))")
    }
  }

  /// `kindly cache clear`.
  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear",
      abstract: "Clear the cache; speech is made again when it is needed.")

    func run() throws {
      let folder = try Folders.ofUser().cache
      let cache = ClipCache(folder: folder)
      let forgotten = cache.clear()
      unlink(folder + "/loudness")
      let left = cache.usage()
      Printer.result("Forgotten: \(CacheCommand.words(forgotten))")
      guard left.clips > 0 else { return }
      throw Failure(
        .inputOutput,
        "I couldn't remove \(CacheCommand.words(left)) in \(visible(folder))."
          + " Check who owns the folder.")
    }
  }

  private static func words(_ usage: (clips: Int, bytes: Int)) -> String {
    let megabytes = Double(usage.bytes) / 1_000_000
    let size =
      megabytes < 10 ? "\((megabytes * 10).rounded() / 10)" : "\(Int(megabytes.rounded()))"
    return "\(usage.clips) \(usage.clips == 1 ? "clip" : "clips"), \(size) MB"
  }
}
