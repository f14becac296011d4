import KindlyLanguage
import KindlyTimeline

/// A script carried out, piece by piece: settings applied, blocks gone through, nothing timed yet.
enum Moment {
  /// Something is heard.
  case sound(Sound)
  /// A silence that the author wrote.
  case silence(Silence)
  /// What the language asks for between two sounds where no silence is written.
  case gap(Gap)
  /// A section begins.
  case heading(Heading)
  /// Something else lies under the session from here on.
  case background(BackgroundChange)

  /// Something that is heard.
  struct Sound {
    var kind: Kind
    var origin: Origin

    enum Kind {
      /// An utterance, by its place in the plan's list.
      case speech(utterance: Int, isPhrase: Bool, recipient: String?)
      /// A strike of a bell.
      case strike(Strike)
      /// Half a breath.
      case breath(Breath, frames: Int64)
    }
  }

  /// A silence that the author wrote, or that a cue brings with it.
  struct Silence {
    var length: Length
    var origin: Origin
    /// Who asks for it, for the account of what is fixed.
    var cause: Cause
    /// Bells within it.
    var interval: Interval?

    enum Length {
      case glue(Glue)
      /// Up to a frame of the practice.
      case until(Int64)
      /// What a spoken wish leaves of its last breath.
      case restOfBreath(RestOfBreath)
    }
  }

  /// A default between two sounds; of several the longest is heard.
  struct Gap {
    var length: Length
    var cause: Cause
    /// Whether it also stands at the very end of a practice.
    var lasts: Bool

    enum Length {
      case glue(Glue)
      /// After a wish, by its length.
      case echo(VoiceFacts.Echo, utterance: Int)
      case restOfBreath(RestOfBreath)
    }
  }

  /// The silence that completes a whole number of breaths after a wish on the out-breath.
  struct RestOfBreath {
    var utterance: Int
    /// Frames of one breath.
    var breath: Int64
    /// Frames of the breath before the wish begins.
    var before: Int64
    /// Frames of silence wanted after the wish.
    var after: Int64

    /// Its length after a wish of `spoken` frames.
    func frames(after spoken: Int64) -> Int64 {
      let needed = before + spoken + after
      return (needed + breath - 1) / breath * breath - before - spoken
    }
  }

  struct Heading {
    var name: String
    var origin: Origin
  }

  /// Bells within a silence.
  struct Interval {
    var every: Int64
    var strike: Strike
  }

  /// How a bell is struck.
  struct Strike {
    /// The bell's place in the plan's list.
    var bell: Int
    /// Above 0 to 1.
    var strength: Double
    /// Whether only its times are kept.
    var isSilent: Bool
  }

  /// Who asks for a silence.
  enum Cause {
    case written
    case bell
    case breath
    case habit
    case end
  }
}

/// The place in a file that asked for something.
struct Origin: Hashable {
  /// Index into the plan's files; 0 is the practice itself.
  var file: Int
  /// Where in the file.
  var span: SourceSpan
}
