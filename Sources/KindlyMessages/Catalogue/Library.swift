// What a listener asks for by a name, and the files it is in.
extension Message {
  package static func unknownText(_ kind: Message, _ name: String) -> Message {
    Message(
      "I don't know \(kind) named \(quoted: name).",
      de: "Ich kann \(kind) namens \(quoted: name) nicht finden.",
      es: "No encuentro \(kind) que se llame \(quoted: name).")
  }

  package static func didYouMean(_ problem: Message, _ name: String) -> Message {
    Message(
      "\(problem) Did you mean \(name)?",
      de: "\(problem) Meinst du \(name)?",
      es: "\(problem) ¿Querías decir \(name)?")
  }

  package static func thereAre(_ problem: Message, _ names: String) -> Message {
    Message(
      "\(problem) There are: \(names).",
      de: "\(problem) Es gibt: \(names).",
      es: "\(problem) Hay: \(names).")
  }

  package static func otherKind(_ path: String, _ kind: Message, _ wanted: Message) -> Message {
    Message(
      "\(path) is \(kind), but \(wanted) is needed here.",
      de: "\(path) enthält \(kind), aber hier braucht es \(wanted).",
      es: "\(path) es \(kind), pero aquí hace falta \(wanted).")
  }

  package static let aPractice = Message(line: "a practice", de: "eine Übung", es: "una práctica")
  package static let aPhraseSet = Message(
    line: "a phrase set", de: "eine Wunschsammlung", es: "una lista de deseos")
  package static let aCourse = Message(line: "a course", de: "einen Kurs", es: "un curso")
  package static let aVoice = Message(line: "a voice", de: "eine Stimme", es: "una voz")
  package static let aBell = Message(line: "a bell", de: "eine Glocke", es: "una campana")
  package static let aBackground = Message(
    line: "a background", de: "einen Hintergrund", es: "un fondo")
  package static let aPronunciationList = Message(
    line: "a list of pronunciations",
    de: "eine Ausspracheliste",
    es: "una lista de pronunciación")

  // Files.

  package static func noFile(_ path: String) -> Message {
    Message(
      "There is no file \(path).",
      de: "Die Datei \(path) gibt es nicht.",
      es: "No existe el archivo \(path).")
  }

  package static func isFolder(_ path: String) -> Message {
    Message(
      "\(path) is a folder, not a file.",
      de: "\(path) ist ein Ordner, keine Datei.",
      es: "\(path) es una carpeta, no un archivo.")
  }

  package static func isNoOrdinaryFile(_ path: String) -> Message {
    Message(
      "\(path) is not an ordinary file, so I don't read it.",
      de: "\(path) ist keine gewöhnliche Datei, darum lese ich sie nicht.",
      es: "\(path) no es un archivo corriente, así que no lo leo.")
  }

  package static func leadsOut(_ name: String) -> Message {
    Message(
      "\(name) leads out of the folder of the file that names it. Copy it beside that file.",
      de:
        "\(name) führt aus dem Ordner der Datei hinaus, die es nennt. Kopiere es neben diese Datei.",
      es: "\(name) sale de la carpeta del archivo que lo nombra. Cópialo junto a ese archivo.")
  }

  package static func unreadableFile(_ path: String, _ reason: String) -> Message {
    Message(
      "I can't read \(path): \(reason).",
      de: "Ich kann \(path) nicht lesen: \(reason).",
      es: "No puedo leer \(path): \(reason).")
  }

  package static func diskFull(_ path: String) -> Message {
    Message(
      "The disk is full, so I couldn't write \(path).",
      de: "Der Datenträger ist voll, darum konnte ich \(path) nicht schreiben.",
      es: "El disco está lleno, así que no he podido escribir \(path).")
  }

  package static func fileTooLarge(_ path: String, _ reason: String) -> Message {
    Message(
      "\(path) is too large to be read, or may not grow (\(reason)). See: ulimit -f",
      de: "\(path) ist zu groß zum Lesen oder darf nicht wachsen (\(reason)). Siehe: ulimit -f",
      es: "\(path) es demasiado grande para leerlo o no puede crecer (\(reason)). Mira: ulimit -f")
  }

  package static func isLink(_ path: String) -> Message {
    Message(
      "\(path) is a link, and I don't follow it. Put the file itself there.",
      de: "\(path) ist eine Verknüpfung, der ich nicht folge. Leg die Datei selbst dorthin.",
      es: "\(path) es un enlace y no lo sigo. Pon ahí el archivo mismo.")
  }

  package static func leftAlone(_ path: String) -> Message {
    Message(
      "\(path) is not an ordinary file, so I leave it alone. Move it away.",
      de: "\(path) ist keine gewöhnliche Datei, darum lasse ich sie. Schieb sie woanders hin.",
      es: "\(path) no es un archivo corriente, así que no lo toco. Muévelo a otro sitio.")
  }

  package static func mayNotWrite(_ path: String, _ reason: String) -> Message {
    Message(
      "I may not write \(path) (\(reason)). Check who owns the folder.",
      de: "Ich darf \(path) nicht schreiben (\(reason)). Sieh nach, wem der Ordner gehört.",
      es: "No tengo permiso para escribir \(path) (\(reason)). Mira de quién es la carpeta.")
  }

  package static func couldNotWrite(_ path: String, _ reason: String) -> Message {
    Message(
      "I couldn't write \(path): \(reason).",
      de: "Ich konnte \(path) nicht schreiben: \(reason).",
      es: "No he podido escribir \(path): \(reason).")
  }

  package static func noHome(_ variable: String) -> Message {
    Message(
      "I don't know where your files are: HOME is not set. Set HOME or \(variable) to a folder.",
      de:
        "Ich weiß nicht, wo deine Dateien sind: HOME ist nicht gesetzt. Setze HOME oder \(variable) auf einen Ordner.",
      es:
        "No sé dónde están tus archivos: HOME no está definida. Pon una carpeta en HOME o en \(variable)."
    )
  }

  package static func courseUnreadable(_ path: String) -> Message {
    Message(
      "I can't read where you are in your course (\(path)). `kindly course start NAME` begins a course anew.",
      de:
        "Ich kann nicht lesen, wo du in deinem Kurs bist (\(path)). `kindly course start NAME` beginnt einen Kurs neu.",
      es:
        "No puedo leer por dónde vas en tu curso (\(path)). `kindly course start NAME` empieza un curso de nuevo."
    )
  }
}
