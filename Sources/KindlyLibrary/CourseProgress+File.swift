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
    let reading = read(
      sheet: Source(path: path, bytes: bytes), keys: ["Course", "Day", "Heard", "Stay"])
    let sheet = reading.tree
    guard !reading.hasErrors, let course = sheet.value(of: "Course")?.value,
      let day = sheet.value(of: "Day").flatMap({ Int($0.value) }), day >= 1, day < 100_000
    else { throw .damaged(path) }
    return CourseProgress(
      course: course, day: day, heard: sheet.value(of: "Heard")?.value,
      stays: sheet.value(of: "Stay")?.value == "yes")
  }

  /// Keeps the progress, whole or not at all.
  public func keep(in folders: Folders) throws(StateFileProblem) {
    var text = "Course: \(course)\nDay: \(day)\n"
    if let heard { text += "Heard: \(heard)\n" }
    if stays { text += "Stay: yes\n" }
    try StateFile.replace(Self.path(in: folders), with: Array(text.utf8))
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
