/// A practice or course as a tree: what the author wrote, understood but not yet carried out.
///
/// Equality ignores places, so formatting a file leaves its script equal.
public struct Script: Sendable, Equatable {
  /// The `Key: value` lines.
  public var header: Header
  /// Everything after the header, in order.
  public var body: [Node]
  /// Whether its guidance is said softly, as what a sit tells is. Nothing in a file asks for it.
  public var isSoft = false

  /// A script that was built rather than read, its nodes in order.
  public init(header: Header = Header(), body: [Node] = []) {
    self.header = header
    self.body = body
  }
}

/// What the header of a practice says; nil where it says nothing.
public struct Header: Sendable, Equatable {
  /// `Title`; a value in it is shown by its default or its name.
  public var title: Located<String>?
  /// The title's words and values, where it holds values.
  public var titleWords: Located<[Piece]>?
  /// `Summary`, one line for lists.
  public var summary: Located<String>?
  /// `Author`.
  public var author: Located<String>?
  /// `Language`, a BCP 47 tag.
  public var language: Located<String>?
  /// `Voice`, a narrator's name.
  public var voice: Located<String>?
  /// `Bell`; the name `none` keeps the times and stays silent.
  public var bell: Located<String>?
  /// `Background`: what lies under the practice.
  public var background: Located<BackgroundCue>?
  /// `Length` of the session, or of each day of a course.
  public var length: Located<Duration>?
  /// `Breath`.
  public var breath: Located<BreathShape>?
  /// `Phrases`, the name of a phrase set.
  public var phrases: Located<String>?
  /// `Recordings`, a folder beside the file.
  public var recordings: Located<String>?
  /// `Toward`: the recipients phrases start with; one, or a pair.
  public var toward: Located<[Recipient]>?
  /// `Person`: how phrases address others.
  public var person: Located<Person>?
  /// `Care`, shown before the session.
  public var care: Located<String>?
  /// `Tags`, comma-separated.
  public var tags: [Located<String>] = []
  /// `Pronounce`, in order.
  public var pronounce: [Located<Respelling>] = []

  /// A header without a line.
  public init() {}
}

/// One piece of a script.
public enum Node: Sendable, Equatable {
  /// `# Arriving`.
  case heading(Located<[Piece]>)
  /// One utterance of guidance.
  case speech(Located<[Piece]>)
  /// `> May I be safe.`
  case phrase(PhraseLine)
  /// One or more blank lines between two other nodes.
  case paragraph
  /// Anything in square brackets but the beginning and the end of a block.
  case cue(Located<Cue>)
  /// `[repeat …] … [end]` or `[for each …] … [end]`.
  case block(Block)
}

/// A part of spoken text.
public enum Piece: Sendable, Hashable {
  /// Words, with escapes undone and spaces folded.
  case text(String)
  /// `{word}`, `{they are}`, `{word|default}`.
  case value(Located<Value>)

  /// A value to fill in.
  public struct Value: Sendable, Hashable {
    /// The word: `name`, `they`, `listener`, or an author's own.
    public var name: String
    /// An agreeing verb: `are`, `have`, `do`, `is`.
    public var verb: String?
    /// What to say if it is not set.
    public var fallback: String?

    /// A value with its verb and what stands for it where nobody sets it.
    public init(name: String, verb: String? = nil, fallback: String? = nil) {
      self.name = name
      self.verb = verb
      self.fallback = fallback
    }
  }
}

extension [Piece] {
  /// The words with each value shown by its default or its name: for lists, before anything is filled in.
  public var plainWords: String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .value(let value): value.value.fallback ?? value.value.name
      }
    }.joined()
  }
}

/// A wish the listener repeats silently.
public struct PhraseLine: Sendable, Equatable {
  /// The words.
  public var words: Located<[Piece]>
  /// Silence cues at its end, which replace the echo; empty for the echo.
  public var silences: [Located<Silence>]

  /// A wish, with the silences written after it.
  public init(words: Located<[Piece]>, silences: [Located<Silence>] = []) {
    self.words = words
    self.silences = silences
  }
}

/// Nodes that are heard several times.
public struct Block: Sendable, Equatable {
  /// How often, or for whom.
  public var kind: Located<Kind>
  /// What stands between the opening cue and its `[end]`.
  public var body: [Node]

  /// The nodes between the beginning of a block and its end.
  public init(kind: Located<Kind>, body: [Node]) {
    self.kind = kind
    self.body = body
  }

  /// The two kinds of block.
  public enum Kind: Sendable, Hashable {
    /// `[repeat 3 times]`: 1 to 10,000, all told.
    case times(Int)
    /// `[for each benefactor, friend and neutral]`.
    case forEach([Recipient])
  }
}
