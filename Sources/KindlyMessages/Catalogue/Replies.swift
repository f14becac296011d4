// What a listener types in a dialogue; the first letter of each is enough. No two words of a language
// begin alike, and `q` is understood in every one.
extension Message {
  package static let replyHear = Message(line: "hear", de: "hören", es: "oír")
  package static let replyChange = Message(line: "change", de: "ändern", es: "cambiar")
  package static let replyRemove = Message(line: "remove", de: "entfernen", es: "eliminar")
  package static let replyWrite = Message(line: "write", de: "neu", es: "nuevo")
  package static let replyBack = Message(line: "back", de: "zurück", es: "volver")
  package static let replyDone = Message(line: "done", de: "fertig", es: "listo")
  package static let replyKeep = Message(line: "keep", de: "speichern", es: "guardar")
  package static let replyMore = Message(line: "more", de: "mehr", es: "más")
  package static let replyLeave = Message(line: "quit", de: "abbrechen", es: "salir")
  package static let and = Message(line: "and", de: "und", es: "y")
}
