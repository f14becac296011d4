// A command line that is not understood.
extension Message {
  package static func unknownOption(_ name: String) -> Message {
    Message(
      "Unknown option '\(name)'", de: "Die Option '\(name)' gibt es hier nicht",
      es: "Aquí no existe la opción '\(name)'")
  }

  package static func unknownOption(_ name: String, near: String) -> Message {
    Message(
      "Unknown option '\(name)'. Did you mean '\(near)'?",
      de: "Die Option '\(name)' gibt es hier nicht. Meinst du '\(near)'?",
      es: "Aquí no existe la opción '\(name)'. ¿Querías decir '\(near)'?")
  }

  package static func optionLacksValue(_ option: String) -> Message {
    Message(
      "Missing value for '\(option)'", de: "Bei '\(option)' fehlt der Wert",
      es: "Falta el valor de '\(option)'")
  }

  package static func optionTakesNoValue(_ option: String, _ value: String) -> Message {
    Message(
      "The option '\(option)' does not take any value, but '\(value)' was specified.",
      de: "Die Option '\(option)' nimmt keinen Wert, aber es steht '\(value)' da.",
      es: "La opción '\(option)' no lleva ningún valor, pero se ha escrito '\(value)'.")
  }

  package static func unexpectedWord(_ word: String) -> Message {
    Message(
      "Unexpected argument '\(word)'", de: "Mit '\(word)' kann ich hier nichts anfangen",
      es: "Aquí no se esperaba '\(word)'")
  }

  package static func unexpectedWords(_ words: String) -> Message {
    Message(
      "Unexpected arguments: '\(words)'", de: "Damit kann ich hier nichts anfangen: '\(words)'",
      es: "Aquí no se esperaba nada de esto: '\(words)'")
  }

  package static func argumentIsMissing(_ argument: String) -> Message {
    Message(
      "Missing expected argument '\(argument)'", de: "Es fehlt '\(argument)'",
      es: "Falta '\(argument)'")
  }

  package static func valueIsUnfit(_ value: String, _ option: String) -> Message {
    Message(
      "The value '\(value)' is invalid for '\(option)'",
      de: "'\(value)' passt nicht zu '\(option)'", es: "'\(value)' no vale para '\(option)'")
  }

  package static func valueIsUnfit(_ value: String, _ option: String, _ advice: String) -> Message {
    Message(
      "The value '\(value)' is invalid for '\(option)': \(advice)",
      de: "'\(value)' passt nicht zu '\(option)': \(advice)",
      es: "'\(value)' no vale para '\(option)': \(advice)")
  }

  package static func flagsExclude(_ later: String, _ earlier: String) -> Message {
    Message(
      "Value to be set with flag '\(later)' had already been set with flag '\(earlier)'",
      de: "'\(later)' und '\(earlier)' gehen nicht zusammen",
      es: "'\(later)' y '\(earlier)' no pueden ir juntas")
  }

  package static func howItIsUsed(_ synopsis: String) -> Message {
    Message("Usage: \(synopsis)", de: "Aufruf: \(synopsis)", es: "Uso: \(synopsis)")
  }

  package static func moreHelp(_ command: String) -> Message {
    Message(
      "See '\(command)' for more information.", de: "Mehr dazu: '\(command)'.",
      es: "Más información: '\(command)'.")
  }
}
