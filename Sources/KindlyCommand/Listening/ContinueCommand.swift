import ArgumentParser
import Kindly
import KindlyBase
import KindlyCompiler
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// `kindly continue`: goes on where the listener left, whatever practice that was.
struct ContinueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "continue", abstract: "Go on where you left, whatever practice that was.",
    discussion: "It is asked for as you asked then, unless you ask for something else now.")

  @Flag(help: "Show every place you left, the latest first.")
  var list = false

  @OptionGroup var session: SessionOptions
  @OptionGroup var playing: PlayOptions

  func run() throws {
    let context = CommandContext(isPrivate: session.isPrivate)
    guard list else { return try Self.goOn(session: session, playing: playing, in: context) }
    let places = KeptPlace.all(in: try Folders.ofUser())
    guard !places.isEmpty else { return Printer.note(Message.nothingLeft) }
    let text = HangingText(width: Terminal.width(of: 1))
    for place in places {
      let section = place.mark.map { $0.section.isEmpty ? "" : " · \($0.section)" } ?? ""
      let when =
        place.when.isEmpty
        ? ""
        : Message.journalWhen(JournalTime.date(place.when), JournalTime.clock(place.when))
          .text(in: Interface.language) + "  "
      let passed = Message.passed(Frames(place.frame), of: Frames(place.frames))
      let words = place.shownTitle + section + " · " + passed.text(in: Interface.language)
      for line in text.lines(when, visible(words)) { Printer.result(line) }
    }
  }

  /// Plays what was left last, from its place.
  static func goOn(
    session: SessionOptions, playing: PlayOptions, in context: CommandContext
  ) throws {
    guard let place = KeptPlace.all(in: try Folders.ofUser()).first else {
      throw Failure(.noInput, Message.nothingLeft)
    }
    let named = try place.named(in: context)
    var playing = playing
    playing.resume = playing.from == nil
    if !playing.quiet, !playing.json { Printer.note(visible(place.shownTitle)) }
    try playing.play(named, session, settings: place.settings.settings, in: context)
  }
}

extension KeptPlace {
  /// What was asked for, as a preset.
  fileprivate var settings: Preset {
    let text = "Preset: left is sit" + (asked.isEmpty ? "" : ", " + asked)
    let reading = read(profile: Source(path: "place", text: text))
    return reading.tree.presets.first?.value ?? Preset(name: "left", practice: "sit")
  }

  /// What was played.
  fileprivate func named(in context: CommandContext) throws(Failure) -> [NamedPractice] {
    guard !isSit else { return [try context.sit(settings)] }
    var all: [NamedPractice] = []
    for practice in practices.isEmpty ? Self.practices(of: sitting) : practices {
      var named = try context.named(practice)
      named.presets.insert(settings, at: 0)
      all.append(named)
    }
    return all
  }

  /// What earlier versions kept: paths of practices, and the day of a course or 0.
  private static func practices(of sitting: String) -> [String] {
    guard let space = sitting.lastIndex(of: " ") else { return [sitting] }
    let day = sitting[sitting.index(after: space)...]
    return String(sitting[..<space]).components(separatedBy: " + ").map { path in
      let ending = (day == "0" ? Kind.practice : .course).ending
      let isName = !path.contains("/") && path.hasSuffix(ending)
      let name = isName ? String(path.dropLast(ending.count)) : path
      return day == "0" ? name : name + ":" + day
    }
  }
}

extension String {
  /// The parts between marks.
  fileprivate func components(separatedBy mark: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
