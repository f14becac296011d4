import Glibc

/// The note nearest to a frequency, and how far it lies from it; A4 is 440 Hz.
struct Note {
  /// `A4`, `C#5`.
  let name: String
  /// Cents above the note, from −50 to 50.
  let cents: Double

  init(hertz: Double) {
    let semitones = 12 * log2(hertz / 440) + 69
    let nearest = semitones.rounded()
    let names = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"]
    let number = Int(nearest)
    let place = ((number % 12) + 12) % 12
    name = "\(names[place])\((number - place) / 12 - 1)"
    cents = (semitones - nearest) * 100
  }
}
