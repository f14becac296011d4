import Glibc
import KindlyBase
import KindlyClients
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import Kindly
import KindlyTimeline

extension CommandContext {
  /// What a person of a table asks of a practice: their cells over what the command asks of all. Nothing
  /// of the profile of whoever runs the command gets into it.
  func order(_ asked: Order, for manuscript: Manuscript, as client: Client) -> Order {
    var order = asked
    order.length = client.length.map { Frames($0) } ?? asked.length
    order.voice = client.voice ?? asked.voice
    order.bell = client.bell ?? asked.bell
    order.background = client.background ?? asked.background
    order.toward = client.toward ?? asked.toward
    order.phrases = client.wishes.isEmpty ? client.phrases ?? asked.phrases : nil
    order.phrases = order.phrases.map { phrases($0, beside: manuscript) }
    if let name = client.name { order.values["listener"] = name }
    for (word, value) in client.values { order.values[word] = value }
    order.listener = Listener(client.profile, source: client.wishesText)
    return order
  }

  /// Whom a file is for: the person of a table, or the listener by name; nil for nobody in particular.
  func listener(of task: RenderTask) throws(Failure) -> String? {
    if let client = task.client { return client.id + "\n" + (client.name ?? "") }
    if let name = task.order.values["listener"] { return name }
    return try profile().tree.name?.value
  }

  /// A phrase set that lies beside a practice, by its path; else as it was named.
  func phrases(_ name: String, beside manuscript: Manuscript) -> String {
    guard let folder = manuscript.text.folder, !name.contains("/") else { return name }
    let path = folder + "/" + (Kind.phrases.isEnding(of: name) ? name : name + Kind.phrases.ending)
    return access(path, F_OK) == 0 ? path : name
  }

  /// The practice that means this one in another language: `evening-de` beside `evening`, or in the
  /// library; the practice itself where it is in that language already.
  /// - Throws: `Failure` where there is none.
  func name(of practice: String, in language: String) throws(Failure) -> String {
    let manuscript = try manuscript(practice)
    let own = manuscript.reading.tree.header.language?.value ?? "en"
    guard own.primaryTag != language.primaryTag else { return practice }
    let stem =
      manuscript.text.name.hasSuffix("-" + own.primaryTag)
      ? String(manuscript.text.name.dropLast(own.primaryTag.count + 1)) : manuscript.text.name
    var tried: [String] = []
    for tag in [language, language.primaryTag] where !tried.contains(stem + "-" + tag) {
      let name = stem + "-" + tag
      tried.append(name)
      if manuscript.text.origin == .file, let folder = manuscript.text.folder {
        let path = folder + "/" + name + manuscript.text.kind.ending
        if access(path, F_OK) == 0 { return path.contains("/") ? path : "./" + path }
      }
      if library.names(of: manuscript.text.kind).contains(name) { return name }
    }
    throw Failure(
      .noInput,
      "There is no \(visible(manuscript.text.name)) in this language: "
        + "I looked for \(tried.map(visible).joined(separator: " and ")).")
  }
}

extension String {
  /// The language of a tag without its region: `pt` of `pt-BR`.
  fileprivate var primaryTag: String {
    split(separator: "-").first.map { $0.lowercased() } ?? self
  }
}
