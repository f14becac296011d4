import KindlyLanguage
package import KindlyMessages

extension CourseProgress {
  /// Reads the progress of the listener's course; nil if none was started.
  /// - Throws: `CourseProgressProblem` if the file is there and cannot be read.
  public static func kept(in folders: Folders) throws(CourseProgressProblem) -> CourseProgress? {
    try kept(at: path(in: folders))
  }

  /// Reads what was kept of a course that is not the listener's now; nil if it was never begun, or its
  /// file is damaged.
  public static func kept(of course: String, in folders: Folders) -> CourseProgress? {
    let progress = try? kept(at: path(of: course, in: folders))
    return progress?.course == course ? progress : nil
  }

  private static func kept(at path: String) throws(CourseProgressProblem) -> CourseProgress? {
    let bytes: [UInt8]
    do {
      bytes = try TextFile.read(path)
    } catch .missing {
      return nil
    } catch {
      throw .unreadable(error)
    }
    let reading = read(sheet: Source(path: path, bytes: bytes), keys: CourseKey.self)
    let sheet = reading.tree
    guard !reading.hasErrors, let course = sheet.value(of: .course)?.value,
      let day = sheet.value(of: .day).flatMap({ Int($0.value) }), day >= 1, day < 100_000
    else { throw .damaged(path) }
    return CourseProgress(
      course: course, day: day, heard: sheet.value(of: .heard)?.value,
      stays: sheet.value(of: .stay)?.value == "yes")
  }

  /// Keeps it as the listener's course. What was kept of another one stays beside it.
  public func keep(in folders: Folders) throws(StateFileProblem) {
    if let before = try? Self.kept(in: folders), before.course != course {
      try before.putAside(in: folders)
    }
    try write(to: Self.path(in: folders))
    StateFile.remove(Self.path(of: course, in: folders))
  }

  /// The listener has no course from now on; the progress is kept for another time.
  public func stop(in folders: Folders) throws(StateFileProblem) {
    try putAside(in: folders)
    StateFile.remove(Self.path(in: folders))
  }

  private func putAside(in folders: Folders) throws(StateFileProblem) {
    try write(to: Self.path(of: course, in: folders))
  }

  private func write(to path: String) throws(StateFileProblem) {
    let lines: [String] = CourseKey.allCases.compactMap { key in
      let value: String? =
        switch key {
        case .course: course
        case .day: String(day)
        case .heard: heard
        case .stay: stays ? "yes" : nil
        }
      return value.map { "\(key.rawValue): \($0)\n" }
    }
    let text = lines.joined()
    try StateFile.replace(path, with: Array(text.utf8))
  }

  /// A key of the file.
  private enum CourseKey: String, EntryKey {
    case course = "Course"
    case day = "Day"
    case heard = "Heard"
    case stay = "Stay"

    var declaration: KeyDeclaration {
      switch self {
      case .course: KeyDeclaration("first-week", "the course's name, or a path")
      case .day: KeyDeclaration("3", "the day that was begun last")
      case .heard: KeyDeclaration("2026-11-23", "when that day was heard to its end")
      case .stay: KeyDeclaration("yes", "whether the same day comes again")
      }
    }
  }

  private static func path(in folders: Folders) -> String { folders.state + "/course" }

  private static func path(of course: String, in folders: Folders) -> String {
    folders.state + "/courses/" + StateFile.name(of: course)
  }
}

/// Why the progress of a course is not known.
public enum CourseProgressProblem: Error, Hashable, Sendable {
  /// The file can't be read.
  case unreadable(TextFileProblem)
  /// The file is there and does not say where the listener is.
  case damaged(String)

  /// What to tell the user, in English.
  public var sentence: String { message.text(in: .english) }

  /// What to tell the user.
  package var message: Message {
    switch self {
    case .unreadable(let problem): problem.message
    case .damaged(let path): .courseUnreadable(path)
    }
  }
}
