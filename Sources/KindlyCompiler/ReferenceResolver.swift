public import KindlyLanguage

/// What a script may refer to: other files, narrators, bells and backgrounds.
///
/// Composing does no input or output of its own; whoever wires the program answers these questions
/// from a library, and tests answer them from a dictionary.
public struct ReferenceResolver: Sendable {
  /// The practice that `[include name]` means when written in the file at `path`.
  public var include: @Sendable (_ name: String, _ path: String) -> Found<PracticeText>
  /// The phrase set of that name, or the one beside the file at `path` that names it; nil where the
  /// listener does.
  public var phraseSet: @Sendable (_ name: String, _ path: String?) -> Found<Wishes>
  /// The narrator of that name.
  public var voice: @Sendable (_ name: String) -> Found<VoiceFacts>
  /// Narrators that speak a language, the first choice first.
  public var voices: @Sendable (_ language: String) -> [String]
  /// The bell of that name.
  public var bell: @Sendable (_ name: String) -> Found<BellFacts>
  /// The background of that name, or the sound file of that name beside the file at `path`.
  public var background: @Sendable (_ name: String, _ path: String) -> Found<BackgroundFacts>
  /// The checked path of a recording named in the file at `path`, in the header's folder if given.
  public var recording:
    @Sendable (_ name: String, _ folder: String?, _ path: String) -> Found<String>
  /// The checked path of a recording of these words in that folder, for the file at `path`.
  public var recordingOf: @Sendable (_ words: String, _ folder: String, _ path: String) -> String?
  /// The narrator, the bell and the phrase set where nobody names one.
  public var usual = Usual()

  /// A resolver that knows nothing.
  public init() {
    include = { _, _ in .unknown(near: []) }
    phraseSet = { _, _ in .unknown(near: []) }
    voice = { _ in .unknown(near: []) }
    voices = { _ in [] }
    bell = { _ in .unknown(near: []) }
    background = { _, _ in .unknown(near: []) }
    recording = { _, _, _ in .unknown(near: []) }
    recordingOf = { _, _, _ in nil }
  }

  /// The names of what is built in.
  public struct Usual: Sendable, Hashable {
    /// A narrator.
    public var voice = "calm"
    /// A bell.
    public var bell = "bowl"
    /// A phrase set.
    public var phrases = "classic"
    /// A language.
    public var language = "en"

    /// Makes the built-in choice.
    public init() {}
  }
}

/// The answer to a search by name.
public enum Found<Value: Sendable>: Sendable {
  /// Here it is.
  case found(Value)
  /// There is nothing of that name; names like it, the nearest first.
  case unknown(near: [String])
  /// There is something, but it can't be used; one plain sentence saying why.
  case unusable(String)
}

/// A practice that another one includes, read.
public struct PracticeText: Sendable {
  /// Its text; `path` names it in reports and tells it apart from others.
  public var source: Source
  /// What the text says.
  public var script: Script

  /// A practice that was read, with the text that its reports quote.
  public init(source: Source, script: Script) {
    self.source = source
    self.script = script
  }
}
