import Dispatch
import Glibc
import Kindly
import KindlyAuthoring
import KindlyBase
import KindlyFiles
import KindlyLanguage
public import KindlyLibrary
import Synchronization

/// The studio: practices that are written, seen and heard in a page of the author's own machine.
///
/// Knows documents and answers what the page asks; who may ask is decided before. Any thread.
public final class Studio: Sendable {
  private let folders: Folders?
  private let library: Library
  private let sounding: Sounding
  private let machine: MachineSound
  private let composing = DispatchQueue(label: "composing")
  private let documents: Mutex<[String: Document]>
  /// The name of the file that was given; empty for the library alone.
  private let given: String

  /// Why a practice can't be opened, or played on this machine.
  public struct Problem: Error, Sendable {
    /// What to tell the user.
    public var sentence: String

    /// A problem in one sentence, or a few.
    public init(sentence: String) { self.sentence = sentence }
  }

  /// Opens a studio.
  /// - Parameters:
  ///   - practice: a practice of the library, a file, or the path of a file to be written; nil for the
  ///     list of the library.
  ///   - folders: where the author's own texts, drafts and spoken phrases are; nil for none.
  ///   - playback: plays on the device of this machine; nil where nothing can.
  /// - Throws: `Problem` if the practice can't be opened.
  public init(
    _ practice: String?, folders: Folders?, playback: MachinePlayback? = nil
  ) throws(Problem) {
    self.folders = folders
    library = Library(folders: folders)
    sounding = Sounding(folders: folders)
    machine = MachineSound(playback)
    given = practice ?? ""
    documents = Mutex([:])
    if let practice {
      let document = try open(practice)
      documents.withLock { $0[""] = document }
    }
  }

  /// Opens a practice by name or path.
  private func open(_ practice: String) throws(Problem) -> Document {
    guard practice != "-" else { throw Problem(sentence: "Name a file: the studio saves to it.") }
    var path = practice
    var text: String?
    do throws(LibraryProblem) {
      let found = try library.text(.practice, at: practice)
      path = found.source.path
      if found.origin == .builtIn || found.origin == .installed {
        guard let folders else {
          throw LibraryProblem.unreadable(
            .unreadable(practice, reason: "there is no folder to keep a copy in"))
        }
        // What came with the program stays as it is; a copy of one's own goes before it.
        path = "\(folders.data)/\(Kind.practice.folder)/\(found.name)\(Kind.practice.ending)"
        text = String(decoding: found.source.bytes, as: UTF8.self)
      }
    } catch {
      guard case .unreadable(.missing) = error, Kind.practice.isEnding(of: practice) else {
        throw Problem(sentence: error.sentence)
      }
    }
    do {
      return Document(
        practice, try DocumentFile(path), text: text,
        drafts: folders.map(Draft.folder), sounding: sounding, composing: composing)
    } catch {
      throw Problem(sentence: error.sentence)
    }
  }

  /// The document of a page: the given file for no name, else a practice of the library.
  private func document(_ name: String) -> Document? {
    if let document = documents.withLock({ $0[name] }) { return document }
    guard !name.isEmpty, library.names(of: .practice).contains(name),
      let opened = try? open(name)
    else { return nil }
    return documents.withLock { documents in
      if let first = documents[name] { return first }
      documents[name] = opened
      return opened
    }
  }

  // MARK: For the server

  func hasDocument(_ name: String) -> Bool { document(name) != nil }

  func open(_ name: String, _ send: @escaping @Sendable (String) -> Void) -> SocketHandler.Page {
    document(name)?.open(send) ?? SocketHandler.Page(receive: { _ in }, leave: {})
  }

  /// Answers the page, elsewhere than on the thread of the server.
  func answer(_ asked: Asked, _ done: @escaping @Sendable (Answer) -> Void) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let name = asked.query["doc"] ?? ""
      switch (asked.isPost, asked.path) {
      case (false, "/"): done(page("index.html"))
      case (false, let path) where path.hasPrefix("/page/"): done(page(String(path.dropFirst(6))))
      case (false, "/library"): done(.json(list))
      case (_, let path):
        guard let document = document(name) else {
          return done(.refused(404, "There is no practice of that name."))
        }
        switch (asked.isPost, path) {
        case (false, "/sound"): done(sound(document, asked.query))
        case (false, "/said"): done(said(document, asked.query))
        case (false, "/printed"): done(document.printed(asked.query))
        case (false, "/complete"): done(document.completions(asked.query, names: knownNames))
        case (false, "/recordings"): done(.json(document.recordings()))
        case (false, "/narrated"): done(narrated(document, asked.query))
        case (false, "/spoken"):
          done(samples(document.spoken(asked.query["words"] ?? "")))
        case (true, "/record"): done(record(document, asked))
        case (true, "/save"): document.save(done)
        case (true, "/change"): document.changes(for: asked.json, done)
        case (true, "/machine"): document.playOnMachine(asked.json, machine, done)
        case (true, "/export"): document.export(asked.json, done)
        case (true, "/import"):
          done(ImportedText.answer(for: asked.body, named: asked.query["name"] ?? ""))
        case (true, "/choose"): document.choose(asked.json?["keep"]?.text ?? "", done)
        default: done(.refused(404, "There is nothing here."))
        }
      }
    }
  }

  private func page(_ name: String) -> Answer {
    guard let file = PageFile.named(name) else { return .refused(404, "There is nothing here.") }
    return Answer(type: file.type, body: file.bytes)
  }

  private var list: JSON {
    .object([
      ("given", .string(given)),
      (
        "practices",
        .array(
          library.names(of: .practice).compactMap { name in
            guard let text = try? library.text(.practice, named: name) else { return nil }
            let title = read(practice: text.source).tree.header.title?.value
            return .object([
              ("name", .string(name)), ("title", .string(title ?? name)),
              ("own", .bool(text.origin == .user)),
            ])
          })
      ),
      ("voices", names(.voice)), ("bells", names(.bell)), ("backgrounds", names(.background)),
      ("phrases", names(.phrases)),
    ])
  }

  private func names(_ kind: Kind) -> JSON { .array(library.names(of: kind).map(JSON.string)) }

  /// The most frames of one answer: ten seconds.
  private static let mostFrames: Int64 = 480_000

  /// Samples of a picture: Float32, little endian, two for each frame; what `kindly render` writes.
  private func sound(_ document: Document, _ query: [String: String]) -> Answer {
    guard let from = query["from"].flatMap({ Int64($0) }), from >= 0,
      let count = query["frames"].flatMap({ Int64($0) }), (1...Self.mostFrames).contains(count)
    else { return .refused(400, "Ask for 1 to \(Self.mostFrames) frames from a place.") }
    guard let picture = document.picture(query["picture"].flatMap { Int($0) }) else {
      return .refused(410, "That picture is gone; there is a newer one.")
    }
    let end = picture.performance.timeline.frames
    let samples = picture.performance.samples(
      in: min(Frames(from), end)..<min(Frames(from + count), end))
    return self.samples(samples)
  }

  private func samples(_ samples: [Float]?) -> Answer {
    guard let samples else { return .refused(422, "These words can't be spoken.") }
    var answer = Answer(type: "application/octet-stream")
    answer.body = samples.withUnsafeBytes { Array($0) }
    return answer
  }

  private func narrated(_ document: Document, _ query: [String: String]) -> Answer {
    guard let picture = document.picture(query["picture"].flatMap { Int($0) }),
      let event = query["event"].flatMap({ Int($0) })
    else { return .refused(410, "That picture is gone; there is a newer one.") }
    return samples(document.narrated(event, in: picture))
  }

  private func record(_ document: Document, _ asked: Asked) -> Answer {
    guard let rate = asked.query["rate"].flatMap({ Int($0) }), (8_000...192_000).contains(rate),
      let event = asked.query["event"].flatMap({ Int($0) })
    else { return .refused(400, "A recording has 8,000 to 192,000 frames a second.") }
    guard let number = asked.query["picture"].flatMap({ Int($0) }),
      let picture = document.picture(number)
    else { return .refused(410, "The text has changed meanwhile. Record this line again.") }
    return document.record(event, in: picture, asked.body, rate: rate)
  }

  /// What may be named in a practice, for completion.
  private var knownNames: KnownNames {
    let profile = folders.flatMap { try? ProfileFile(in: $0).source() }
    return KnownNames(of: library, profile: profile.map { read(profile: $0).tree })
  }

  private func said(_ document: Document, _ query: [String: String]) -> Answer {
    guard let line = query["line"].flatMap({ Int($0) }) else { return .refused(400, "Which line?") }
    return .json(
      .object([
        (
          "said",
          .array(
            document.sayings(line: line).map { saying in
              .object([
                ("text", .string(saying.text)), ("said", .string(saying.said)),
                ("ipa", saying.ipa.map(JSON.string) ?? .null),
              ])
            })
        ),
        ("help", .array(document.help(query).map(JSON.string))),
      ]))
  }
}
