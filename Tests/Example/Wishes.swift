import Kindly
import Sound

/// Compiles a practice, says what happens when, and writes it as a sound file of exactly a minute.
@main struct Wishes {
  /// A module of this program's own beside one of Kindly's.
  static let sound = Sound()

  static func main() throws {
    let composer = Composer()
    let wishes = try composer.performance(
      ofText: """
        Title: Three wishes
        Length: 60 seconds

        [bell]
        Let your shoulders be soft. [pause ~10s]
        > May I be safe.
        > May you be safe.
        > May all beings be safe.
        [pause ~20s]
        [bell]
        """)
    for event in wishes.timeline.events { print(event.start.count, event.kind) }
    try wishes.write(to: "wishes.wav", replacing: true)
  }
}
