import Kindly
import KindlyConsole
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlyTimeline

/// The home: shows what there is to sit with, reads a line, and plays what was chosen.
struct HomeDialogue {
  let context: CommandContext
  let session: SessionOptions
  let playing: PlayOptions

  /// Whether somebody is there to choose: keys come from a terminal and words go to one.
  static var isPossible: Bool { Terminal.hasKeys && Terminal.width(of: 2) != nil }

  /// How many practices are shown before somebody asks for all.
  private static let few = 6

  /// Talks until something was played or the listener leaves.
  func run() throws {
    var home = try start()
    show(home)
    Printer.note("")
    say(.homeQuestion)
    while true {
      Printer.ask("> ")
      guard let line = readLine() else { return Printer.note("") }
      switch home.answer(to: line, in: Interface.language) {
      case .leave: return
      case .act(let action): return try act(action)
      case .noSuchNumber(let number): say(.homeNoNumber(number))
      case .all:
        home = Home([
          Home.Group(words(.homePractices), practices.map(choice)),
          Home.Group(words(.homeCourses), context.library.cards(of: .course).map(courseChoice)),
        ])
        show(home)
      case .search(let words):
        let found = found(words)
        if found.groups.isEmpty {
          say(.homeNothingFits(words))
        } else {
          home = found
          show(home)
        }
      }
    }
  }

  // MARK: - What is shown

  private var practices: [LibraryCard] {
    context.library.practices(for: Interface.language.rawValue)
  }

  private func start() throws -> Home {
    let presets = try context.profile().tree.presets.map(\.value)
    return Home([
      Home.Group(words(.homeGoOn), left),
      Home.Group(words(.homeToday), today),
      Home.Group(
        words(.homePresets),
        presets.map { Home.Choice(.play($0.name), title: $0.name, facts: [$0.asked]) }),
      Home.Group(words(.homePractices), practices.prefix(Self.few).map(choice)),
    ])
  }

  private func found(_ search: String) -> Home {
    let presets = (try? context.profile().tree.presets.map(\.value)) ?? []
    return Home([
      Home.Group(
        words(.homePresets),
        presets.filter { $0.name.lowercased().contains(search.lowercased()) }
          .map { Home.Choice(.play($0.name), title: $0.name, facts: [$0.asked]) }),
      Home.Group(words(.homePractices), practices.fitting(search).map(choice)),
      Home.Group(
        words(.homeCourses), context.library.cards(of: .course).fitting(search).map(courseChoice)),
    ])
  }

  /// Where the latest sitting was left.
  private var left: [Home.Choice] {
    guard let place = context.folders.map(KeptPlace.all)?.first else { return [] }
    let seconds = max(0, place.frames - place.frame) / Frames.rate
    return [
      Home.Choice(
        .goOn, title: place.shownTitle,
        facts: [place.mark?.section ?? "", words(.homeLeft(Self.minutes(Int(seconds))))])
    ]
  }

  private var today: [Home.Choice] {
    guard let progress = try? CourseKeeping().progress,
      let course = try? context.course(progress.course)
    else { return [] }
    let day = progress.day(on: CourseKeeping.today)
    guard course.days.indices.contains(day - 1) else { return [] }
    let heard = progress.wasHeard(on: CourseKeeping.today) ? words(.homeHeardToday) : ""
    return [Home.Choice(.today, title: course.title, facts: [course.days[day - 1], heard])]
  }

  private func choice(_ card: LibraryCard) -> Home.Choice {
    Home.Choice(
      .play(card.name), title: card.title ?? card.name,
      facts: [
        card.frames.map { words(Self.minutes(Int($0.seconds))) } ?? "",
        card.has(tag: "beginning") ? words(.homeBeginning) : card.tags.joined(separator: ", "),
      ])
  }

  private func courseChoice(_ card: LibraryCard) -> Home.Choice {
    Home.Choice(
      .play(card.name + ":1"), title: card.title ?? card.name,
      facts: [words(.homeFirstDay), card.summary ?? ""])
  }

  private static func minutes(_ seconds: Int) -> Message {
    seconds < 60 ? .seconds(seconds) : .minutes((seconds + 30) / 60)
  }

  private func words(_ message: Message) -> String { message.text(in: Interface.language) }

  // MARK: - What it does

  private func act(_ action: Home.Action) throws {
    switch action {
    case .play(let name):
      try playing.play([try context.named(name)], session, in: context)
    case .goOn:
      try ContinueCommand.goOn(session: session, playing: playing, in: context)
    case .today: try TodayCommand.play(session: session, playing: playing, in: context)
    }
  }

  private func show(_ home: Home) {
    Printer.note((home.lines(width: Terminal.width(of: 2))).joined(separator: "\n"))
  }

  private func say(_ message: Message) { Printer.tell(words(message)) }
}

extension KeptPlace {
  /// What was played: its title, or else its name.
  var shownTitle: String { title.isEmpty ? sitting : title }
}
