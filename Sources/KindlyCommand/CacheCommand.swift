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
    discussion: """
      At most 2 GB of speech is kept, or what KINDLY_CACHE_LIMIT says, such as 500M; what was used \
      longest ago leaves first.
      """,
    subcommands: [Show.self, Forget.self, Clear.self], defaultSubcommand: Show.self)

  /// `kindly cache show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show how much is cached, and where.")

    func run() throws {
      let folder = try Folders.ofUser().cache
      let usage = ClipCache(folder: folder).usage()
      Printer.result(
        "\(folder): \(CacheCommand.words(usage)), of at most \(CacheLimit.words(CacheLimit.bytes))")
      CacheCommand.say("Backgrounds", bytes: BackgroundCache.usage(in: folder))
    }
  }

  /// `kindly cache forget`.
  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget",
      abstract: "Forget everything that was spoken with a name in it.")

    @Argument(help: "A name, or any other words; capitals don't matter.")
    var name: String

    func validate() throws {
      guard name.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("Say which name: kindly cache forget Mira.")
      }
    }

    func run() throws {
      let folder = try Folders.ofUser().cache
      let (forgotten, left) = ClipCache(folder: folder).forget(name)
      Printer.result("Forgotten: \(CacheCommand.words(forgotten))")
      if left.clips > 0 { throw CacheCommand.notRemoved(left, folder) }
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
      throw CacheCommand.notRemoved(left, folder)
    }
  }

  private static func notRemoved(_ left: (clips: Int, bytes: Int), _ folder: String) -> Failure {
    Failure(
      .inputOutput,
      "I couldn't remove \(words(left)) in \(visible(folder)). Check who owns the folder.")
  }

  /// So many clips and their size.
  static func words(_ usage: (clips: Int, bytes: Int)) -> String {
    "\(usage.clips) \(usage.clips == 1 ? "clip" : "clips"), \(CacheLimit.words(usage.bytes))"
  }

  /// A line about backgrounds, where some are kept.
  private static func say(_ what: String, bytes: Int) {
    if bytes > 0 { Printer.result("\(what): \(CacheLimit.words(bytes))") }
  }
}
