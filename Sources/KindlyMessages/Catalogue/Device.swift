// What a sound device has to do with a sitting that can't be heard.
extension Message {
  package static func noDevice(_ tried: String) -> Message {
    Message(
      "No sound device was found; tried \(tried).",
      de: "Kein Tongerät gefunden; versucht: \(tried).",
      es: "No se ha encontrado ningún dispositivo de sonido; probado: \(tried).")
  }

  package static func unknownDevice(_ name: String) -> Message {
    Message(
      "There is no sound device named `\(name)`.",
      de: "Es gibt kein Tongerät namens `\(name)`.",
      es: "No hay ningún dispositivo de sonido llamado `\(name)`.")
  }

  package static func deviceBusyBy(_ device: String, _ holder: String) -> Message {
    Message(
      "The sound device `\(device)` is in use by \(holder).",
      de: "Das Tongerät `\(device)` wird gerade von \(holder) benutzt.",
      es: "El dispositivo de sonido `\(device)` lo está usando \(holder).")
  }

  package static func deviceBusy(_ device: String) -> Message {
    Message(
      "The sound device `\(device)` is in use by another program.",
      de: "Das Tongerät `\(device)` wird gerade von einem anderen Programm benutzt.",
      es: "Otro programa está usando el dispositivo de sonido `\(device)`.")
  }

  package static func deviceRefused(_ device: String) -> Message {
    Message(
      "You do not have permission to use the sound device `\(device)`.",
      de: "Du darfst das Tongerät `\(device)` nicht benutzen.",
      es: "No tienes permiso para usar el dispositivo de sonido `\(device)`.")
  }

  package static func deviceUnsuitable(_ device: String) -> Message {
    Message(
      "The sound device `\(device)` offers no sample rate and format that could be played on it.",
      de:
        "Das Tongerät `\(device)` bietet keine Abtastrate und kein Format, die sich abspielen ließen.",
      es: "El dispositivo de sonido `\(device)` no ofrece ninguna frecuencia ni formato que sirvan."
    )
  }

  package static func deviceLost(_ device: String, seconds: Int) -> Message {
    Message(
      "The sound device `\(device)` went away and did not come back within \(seconds) s.",
      de: "Das Tongerät `\(device)` ist weg und kam in \(seconds) s nicht zurück.",
      es: "El dispositivo de sonido `\(device)` se fue y no volvió en \(seconds) s.")
  }

  package static func deviceTrouble(_ device: String, _ call: String, _ reason: String) -> Message {
    Message(
      "The sound device `\(device)` does not work: \(call) says \(quoted: reason).",
      de: "Das Tongerät `\(device)` funktioniert nicht: \(call) meldet \(quoted: reason).",
      es: "El dispositivo de sonido `\(device)` no funciona: \(call) dice \(quoted: reason).")
  }

  // What to do.

  package static let renderInstead = Message(
    "Write a sound file with `kindly render … -o FILE`, name a device with `--device`, or ask `kindly doctor` what is there.",
    de:
      "Schreib mit `kindly render … -o FILE` eine Tondatei, nenne mit `--device` ein Gerät, oder frag `kindly doctor`, was da ist.",
    es:
      "Escribe un archivo de sonido con `kindly render … -o FILE`, elige un dispositivo con `--device`, o pregunta a `kindly doctor` qué hay."
  )

  package static let doctorLists = Message(
    line: "`kindly doctor` lists the devices.",
    de: "`kindly doctor` zeigt die Geräte.",
    es: "`kindly doctor` muestra los dispositivos.")

  package static let freeDevice = Message(
    line: "Pause or close it, or name another device with `--device`.",
    de: "Halte es an, schließe es, oder nenne mit `--device` ein anderes Gerät.",
    es: "Páusalo, ciérralo, o elige otro dispositivo con `--device`.")

  package static let joinAudioGroup = Message(
    "Add yourself to the group `audio` (`sudo usermod -aG audio $USER`) and log in again.",
    de:
      "Nimm dich in die Gruppe `audio` auf (`sudo usermod -aG audio $USER`) und melde dich neu an.",
    es: "Añádete al grupo `audio` (`sudo usermod -aG audio $USER`) y vuelve a iniciar sesión.")

  package static func tryPlug(_ device: String) -> Message {
    Message(
      line: "Try `--device plug\(device)`, which converts.",
      de: "Versuch `--device plug\(device)`, das wandelt um.",
      es: "Prueba `--device plug\(device)`, que convierte.")
  }

  package static let otherDevice = Message(
    line: "Name another one with `--device`; `kindly doctor` lists them.",
    de: "Nenne mit `--device` ein anderes; `kindly doctor` zeigt sie.",
    es: "Elige otro con `--device`; `kindly doctor` los muestra.")

  package static let placeIsKept = Message(
    line: "Your place is kept; connect it and play on.",
    de: "Die Stelle ist gemerkt; schließ es an und spiel weiter.",
    es: "El punto queda guardado; conéctalo y sigue.")

  package static func bodyAndHint(_ body: Message, _ hint: Message) -> Message {
    Message("\(body) \(hint)", de: "\(body) \(hint)", es: "\(body) \(hint)")
  }
}
