import ArgumentParser
import Glibc
import Kindly
import KindlyLibrary
import KindlySpeech
import KindlyLanguage

/// `kindly cache`: what was spoken, and backgrounds that were made, once and are kept.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Show how much speech and background sound is cached, or clear it.",
    subcommands: [Show.self, Clear.self], defaultSubcommand: Show.self)

  /// `kindly cache show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show how much is cached, and where.")

    func run() throws {
      let folder = try Folders.ofUser().cache
      let usage = ClipCache(folder: folder).usage()
      Printer.result("\(folder): \(CacheCommand.words(usage))")
      CacheCommand.say("Backgrounds", bytes: BackgroundCache.usage(in: folder))
    }
  }

  /// `kindly cache clear`.
  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear",
      abstract: "Clear the cache; speech and backgrounds are made again when they are needed.")

    func run() throws {
      let folder = try Folders.ofUser().cache
      let cache = ClipCache(folder: folder)
      let forgotten = cache.clear()
      unlink(folder + "/loudness")
      let backgrounds = BackgroundCache.clear(in: folder)
      let left = cache.usage()
      Printer.result("Forgotten: \(CacheCommand.words(forgotten))")
      CacheCommand.say("Forgotten backgrounds", bytes: backgrounds)
      guard left.clips > 0 else { return }
      throw Failure(
        .inputOutput,
        "I couldn't remove \(CacheCommand.words(left)) in \(visible(folder))."
          + " Check who owns the folder.")
    }
  }

  private static func words(_ usage: (clips: Int, bytes: Int)) -> String {
    "\(usage.clips) \(usage.clips == 1 ? "clip" : "clips"), \(size(usage.bytes))"
  }

  /// A line about backgrounds, where some are kept.
  private static func say(_ what: String, bytes: Int) {
    if bytes > 0 { Printer.result("\(what): \(size(bytes))") }
  }

  private static func size(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1_000_000
    return
      (megabytes < 10 ? "\((megabytes * 10).rounded() / 10)" : "\(Int(megabytes.rounded()))")
      + " MB"
  }
}
