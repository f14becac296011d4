import KindlyLanguage

extension CourseProgress {
  /// Reads the progress of the listener's course; nil if none was started.
  /// - Throws: `CourseProgressProblem` if the file is there and cannot be read.
  public static func kept(in folders: Folders) throws(CourseProgressProblem) -> CourseProgress? {
    let path = path(in: folders)
    let bytes: [UInt8]
    do {
      bytes = try TextFile.read(path)
    } catch .missing {
      return nil
    } catch {
      throw .unreadable(error.sentence)
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

  /// Keeps the progress, whole or not at all.
  public func keep(in folders: Folders) throws(StateFileProblem) {
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
    try StateFile.replace(Self.path(in: folders), with: Array(text.utf8))
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
}

/// Why the progress of a course is not known.
public enum CourseProgressProblem: Error, Hashable, Sendable {
  /// The system's reason, as a sentence.
  case unreadable(String)
  /// The file is there and does not say where the listener is.
  case damaged(String)

  /// What to tell the user.
  public var sentence: String {
    switch self {
    case .unreadable(let sentence): sentence
    case .damaged(let path):
      "I can't read where you are in your course (\(path))."
        + " `kindly course start NAME` begins a course anew."
    }
  }
}
