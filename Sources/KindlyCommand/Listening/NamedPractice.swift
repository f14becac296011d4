import Kindly
import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyMessages

/// What somebody named to sit with: a practice, a day of a course, or a preset of their own.
struct NamedPractice {
  /// What is played.
  var manuscript: Manuscript
  /// Whether it lasts until the listener ends it.
  var isOpen = false
  /// How it is named another time, from any folder.
  var argument = "sit"
  /// What was asked before, first what counts more: the preset it was named by.
  var presets: [Preset] = []
  /// The course and the day it is of.
  var day: CourseDay?

  /// What was asked on the command line, and what the preset asks where that says nothing.
  func order(_ asked: Order) throws(Failure) -> Order {
    var order = asked
    for preset in presets { order = try preset.order(under: order, isSit: manuscript.isSit) }
    return order
  }

  /// The same with a name for a sit without words that a listener of another language than English reads
  /// on the screen and in the journal; practices keep the titles their authors gave them.
  func titled(in language: InterfaceLanguage) -> NamedPractice {
    guard language != .english, manuscript.isSit else { return self }
    var named = self
    let title = Message.untitledSit.text(in: language)
    named.manuscript.reading.tree.header.title = Located(title, at: SourceSpan(0, 0))
    return named
  }
}

/// A day of a course.
struct CourseDay: Hashable {
  /// The course, as progress names it: a name of the library, or a whole path.
  var course: String
  /// From 1.
  var number: Int
}

extension CommandContext {
  /// Finds what a person named: a practice by name or path, `first-week:3` for a day of a course and
  /// `first-week` for its next one, or a preset. A practice or a course comes before a preset of its name.
  func named(_ argument: String) throws(Failure) -> NamedPractice {
    let problem: LibraryProblem
    do throws(LibraryProblem) {
      if argument == "-" {
        let text = try StandardInput.practice(in: library)
        return NamedPractice(manuscript: composer.manuscript(text), argument: argument)
      }
      let manuscript = try composer.manuscript(of: argument)
      let isFile = manuscript.text.origin == .file
      return NamedPractice(
        manuscript: manuscript, argument: isFile ? CourseKeeping.absolute(argument) : argument)
    } catch {
      problem = error
    }
    if let day = try day(argument) { return day }
    guard case .unknown = problem else { throw Failure(problem) }
    if let preset = try profile().tree.preset(named: argument) { return try named(by: preset) }
    throw Suggestions(for: argument, in: self).failure(problem)
  }

  /// What a preset stands for.
  private func named(by preset: Preset) throws(Failure) -> NamedPractice {
    var named: NamedPractice
    if preset.practice == "sit" {
      named = try sit(preset)
    } else if let manuscript = try? composer.manuscript(of: preset.practice) {
      named = NamedPractice(manuscript: manuscript)
    } else if let day = try day(preset.practice) {
      named = day
    } else {
      throw Failure(.noInput, Message.presetPlaysNothing(preset.name, preset.practice))
    }
    named.argument = preset.name
    named.presets = [preset]
    return named
  }

  /// The sit that a preset asks for.
  func sit(_ preset: Preset) throws(Failure) -> NamedPractice {
    NamedPractice(
      manuscript: composer.manuscript(of: try preset.sit()),
      isOpen: preset.settings[.length] == "open",
      presets: [preset])
  }
}
