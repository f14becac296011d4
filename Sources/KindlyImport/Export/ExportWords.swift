/// The words of a handout's directions, in its language; import understands them all.
struct ExportWords {
  let pause: String
  let seconds: String
  let minutes: String
  let bell: String
  let point: String

  static func of(_ language: String) -> ExportWords {
    switch language.prefix(while: { $0 != "-" }) {
    case "de":
      ExportWords(
        pause: "Pause", seconds: "Sekunden", minutes: "Minuten", bell: "Glocke", point: ",")
    case "es":
      ExportWords(
        pause: "pausa", seconds: "segundos", minutes: "minutos", bell: "campana", point: ",")
    case "fr":
      ExportWords(
        pause: "pause", seconds: "secondes", minutes: "minutes", bell: "cloche", point: ",")
    case "hi":
      ExportWords(pause: "विराम", seconds: "सेकंड", minutes: "मिनट", bell: "घंटी", point: ".")
    default:
      ExportWords(pause: "pause", seconds: "seconds", minutes: "minutes", bell: "bell", point: ".")
    }
  }

  /// `pause 10 seconds`, rounded to a step of so many milliseconds.
  func pause(_ milliseconds: Int, step: Int) -> String {
    let rounded = max(step, (milliseconds + step / 2) / step * step)
    if rounded % 60_000 == 0, rounded >= 120_000 {
      return "\(pause) \(rounded / 60_000) \(minutes)"
    }
    let tenths = rounded % 1000 / 100
    let number = tenths == 0 ? "\(rounded / 1000)" : "\(rounded / 1000)\(point)\(tenths)"
    return "\(pause) \(number) \(seconds)"
  }
}
