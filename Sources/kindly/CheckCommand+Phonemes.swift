import Practice
import Studio

extension CheckCommand {
  /// Prints each line of a practice with what the voice makes of it.
  func sayPhonemes(_ sounds: [LineSound]) {
    for sound in sounds {
      let place = (sound.file.map { "\($0):" } ?? "") + "\(sound.line)"
      Saying.result("\(visible(place))  \(visible(sound.text))")
      Saying.result("    \(sound.phonemes.map(visible) ?? "(this voice does not tell)")")
    }
  }
}
