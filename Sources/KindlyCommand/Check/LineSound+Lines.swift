import KindlyLanguage
import Kindly
import KindlySpeech

extension LineSound {
  /// A line of a practice as its author reads it, and below it what the voice makes of it.
  var lines: String {
    let place = (file.map { "\($0):" } ?? "") + "\(line)"
    return """
      \(visible(place))  \(visible(text))
          \(phonemes.map(visible) ?? "(this voice has no phonemes)")
      """
  }
}

extension LineSaying {
  /// A sentence for each place where something else is said than is written.
  var told: [String] {
    let place = (file.map { "\($0):" } ?? "") + "\(line)"
    return said.changes.map { visible("\(place)  \($0.sentence)") }
  }
}
