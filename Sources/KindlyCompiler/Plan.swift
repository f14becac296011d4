import KindlyLanguage
import KindlyTimeline

/// A script carried out: moments in order, with everything they point at.
struct Plan {
  /// The practice itself, then included files and phrase sets, each once.
  var files: [Source]
  /// The title, its values filled in.
  var title = ""
  /// What happens, in order.
  var moments: [Moment] = []
  /// Everything distinct that is said.
  var utterances: [Utterance] = []
  /// Where each utterance is said first.
  var firstSaid: [Origin] = []
  /// Every bell that is struck.
  var bells: [BellFacts] = []
  /// What was found wrong or doubtful, each once.
  var findings: [Finding] = []
  /// Every `{word}` that is said.
  var words: Set<String> = []
  /// The listener's own wishes, where they are said in another language than what surrounds them.
  var foreignWishes: ForeignWishes?
  /// Where `[phrases, fill]` stand, and how many pins come before each.
  var fills: [(origin: Origin, pins: Int)] = []
}
