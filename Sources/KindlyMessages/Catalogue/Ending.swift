// What is done once a sitting has ended.
extension Message {
  package static let sittingHasEnded = Message(
    line: "The sitting has ended.", de: "Die Sitzung ist zu Ende.", es: "La sesión ha terminado.")

  package static let noNotification = Message(
    line: "No notification was shown: nothing here shows them.",
    de: "Keine Benachrichtigung: Hier zeigt kein Programm welche an.",
    es: "Sin notificación: aquí ningún programa las muestra.")

  package static func noSuchProgram(_ name: String) -> Message {
    Message(
      "--when-done \(name): there is no such program. Write its name or its path.",
      de: "--when-done \(name): Dieses Programm gibt es nicht. Schreib seinen Namen oder Pfad.",
      es: "--when-done \(name): no existe ese programa. Escribe su nombre o su ruta.")
  }

  package static func programEndedWith(_ name: String, _ code: Int) -> Message {
    Message(
      "\(name) was started at the end and failed with code \(code).",
      de: "\(name) wurde am Ende gestartet und scheiterte mit Code \(code).",
      es: "\(name) se inició al final y falló con el código \(code).")
  }

  package static func programWasEnded(_ name: String, signal: Int) -> Message {
    Message(
      "\(name) was started at the end and was stopped by signal \(signal).",
      de: "\(name) wurde am Ende gestartet und von Signal \(signal) beendet.",
      es: "\(name) se inició al final y lo detuvo la señal \(signal).")
  }

  package static func programNotStarted(_ name: String, _ reason: String) -> Message {
    Message(
      "\(name) could not be started at the end: \(reason).",
      de: "\(name) ließ sich am Ende nicht starten: \(reason).",
      es: "\(name) no se pudo iniciar al final: \(reason).")
  }
}
