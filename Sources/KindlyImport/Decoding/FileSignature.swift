/// Files that are no text, by their first bytes, and what a person does with them.
enum FileSignature {
  private static let export =
    "Save or copy its text as a .txt, .docx or .html file, and import that."
  private static let sound =
    "Import takes the words of a script; a subtitle file of the recording (.srt, .vtt) has them."

  private static let known: [(bytes: [UInt8], offset: Int, kind: String, advice: String)] = [
    (Array("%PDF".utf8), 0, "a PDF, which keeps letters and not sentences", export),
    ([0xD0, 0xCF, 0x11, 0xE0], 0, "a document of an old word processor", export),
    (Array("%!PS".utf8), 0, "a PostScript file", export),
    (
      [0x89, 0x50, 0x4E, 0x47], 0, "a picture", "Type its words into a text file, and import that."
    ),
    ([0xFF, 0xD8, 0xFF], 0, "a picture", "Type its words into a text file, and import that."),
    (Array("GIF8".utf8), 0, "a picture", "Type its words into a text file, and import that."),
    (Array("ID3".utf8), 0, "a recording", sound), (Array("OggS".utf8), 0, "a recording", sound),
    (Array("fLaC".utf8), 0, "a recording", sound), (Array("RIFF".utf8), 0, "a recording", sound),
    (Array("ftyp".utf8), 4, "a recording or film", sound),
    ([0xFF, 0xFB], 0, "a recording", sound), ([0xFF, 0xF3], 0, "a recording", sound),
    ([0x1F, 0x8B], 0, "a compressed file", "Unpack it, and import what is inside."),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "a compressed file", "Unpack it, and import what is inside."),
    (
      [0xFD, 0x37, 0x7A, 0x58, 0x5A], 0, "a compressed file",
      "Unpack it, and import what is inside."
    ),
    (Array("Rar!".utf8), 0, "a compressed file", "Unpack it, and import what is inside."),
    ([0x37, 0x7A, 0xBC, 0xAF], 0, "a compressed file", "Unpack it, and import what is inside."),
    ([0x7F, 0x45, 0x4C, 0x46], 0, "a program", "Import the script itself."),
    (Array("SQLite format".utf8), 0, "a database", export),
  ]

  /// Why bytes are no text, if their start says so.
  static func problem(of bytes: [UInt8]) -> ImportProblem? {
    for file in known
    where bytes.count >= file.offset + file.bytes.count
      && bytes[file.offset..<(file.offset + file.bytes.count)].elementsEqual(file.bytes)
    {
      return .notText(kind: file.kind, advice: file.advice)
    }
    return nil
  }

  /// For bytes that are neither text nor a known kind of file.
  static let unknown = ImportProblem.notText(kind: "no text file", advice: export)
}
