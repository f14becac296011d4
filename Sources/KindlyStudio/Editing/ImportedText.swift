import KindlyBase
import KindlyImport
import KindlyLanguage

/// A script in another notation, as a practice and what a person should look at first.
enum ImportedText {
  /// The answer for bytes that were dropped or pasted: the practice, or why there is none.
  static func answer(for bytes: [UInt8], named name: String) -> Answer {
    let name = String(name.split(separator: "/").last?.prefix(120) ?? "The text")
    let practice: ImportedPractice
    do {
      practice = try imported(Source(path: name, bytes: bytes))
    } catch {
      return .refused(422, error.sentence(for: visible(name)))
    }
    return .json(
      .object([
        ("text", .string(practice.text)), ("source", .string(practice.source)),
        ("sentence", .string(practice.account.sentence)),
        (
          "places",
          .array(
            practice.places.prefix(100).map { place in
              .object([
                ("line", .int(Int64(place.line))), ("words", .string(place.words)),
                ("what", .string(place.what)),
              ])
            })
        ),
      ]))
  }
}
