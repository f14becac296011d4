import ArgumentParser
import KindlyLanguage
import KindlyRecording

/// `kindly feed`: a folder of renders as a podcast.
struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "Write a podcast feed for a folder of rendered practices.",
    discussion: """
      Writes feed.xml into the folder, and the chapters of each file beside it. Captions and \
      transcripts of the same name, and a picture cover.jpg or cover.png, are included. Put the \
      folder on a web server under the address after --base-url.
      """)

  @Argument(help: "The folder.", completion: .directory)
  var folder: String

  @Option(help: "The folder's web address, such as https://example.org/sitting/.")
  var baseURL: WebAddress

  @Option(help: "Name of the podcast.")
  var title = "Loving-kindness"

  @Option(help: "A sentence about it.")
  var description = "Spoken meditations of loving-kindness."

  @Option(help: "Who publishes it.")
  var author = "Kindly"

  @Option(help: "Its language, such as en or de.")
  var language = "en"

  @Option(help: "A mail address to show in public; none is shown otherwise.")
  var email: String?

  @Flag(help: "Ask podcast directories not to list it.")
  var unlisted = false

  @Flag(help: "Replace a feed and chapters that Kindly did not write.")
  var force = false

  func run() throws {
    do {
      let contents = try FeedFolder(folder)
      for name in contents.unread {
        Printer.warn("\(visible(name)) could not be read as a sound file and is left out.")
      }
      let feed = Feed(
        title: title, description: description, author: author, language: language,
        base: baseURL.text,
        image: contents.image, email: email, isUnlisted: unlisted, items: contents.items)
      for warning in feed.warnings(cover: contents.cover) { Printer.warn(warning.sentence) }
      try contents.write(feed, to: folder, replacing: force)
      let count = contents.items.count
      Printer.note(
        "\(visible("\(folder)/\(feed.name)")): \(count == 1 ? "1 session" : "\(count) sessions")")
    } catch {
      throw Failure(error)
    }
  }
}
