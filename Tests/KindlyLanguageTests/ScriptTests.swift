import Testing

@testable import KindlyLanguage

@Test func `the example of the design reads without a word`() {
  let reading = read(
    practice: Source(
      path: "metta.practice",
      text: """
        Title: Loving-kindness for yourself
        Language: en
        Length: 10 minutes

        # Arriving
        [bell]
        Let your body find a way of sitting that is kind to it.
        Notice the places where you are held. [20s]

        # For yourself
        [toward self]
        Say each wish silently, after me.

        > May I be safe.
        > May I be peaceful. [5s]

        [pause ~30s]
        [phrases, 3 rounds]
        """))
  #expect(reading.diagnostics == [])
  #expect(reading.tree.header.length?.value == .frames(600 * 48_000))
  #expect(reading.tree.body.count == 14)
}
