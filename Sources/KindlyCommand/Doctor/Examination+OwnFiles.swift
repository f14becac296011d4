import Glibc
import KindlyLibrary
import KindlyLanguage

extension Examination {
  /// Reads what is the listener's own: profile, journal, and where they are in their course.
  static func ownFiles(_ context: CommandContext) -> Examination {
    let findings = context.folders.map { folders in
      [
        profile(in: folders), pronunciations(context.library, in: folders), journal(in: folders),
        course(in: folders),
      ].compactMap(\.self)
        + readableByOthers(in: folders)
    }
    return Examination(name: "own", heading: "Your files", findings: findings ?? [])
  }

  private static func profile(in folders: Folders) -> Finding? {
    let file = ProfileFile(in: folders)
    do throws(TextFileProblem) {
      guard let source = try file.source() else { return .well("no profile yet") }
      let reading = read(profile: source)
      return reading.diagnostics.isEmpty
        ? .well("\(visible(file.path)): your profile")
        : .ill(
          "Your profile has problems.", "Look at them with: kindly check \(quoted(file.path))")
    } catch {
      return unreadable(file.path, visible(error.sentence))
    }
  }

  private static func pronunciations(_ library: Library, in folders: Folders) -> Finding? {
    let path = folders.ownPronunciations
    do throws(TextFileProblem) {
      guard let source = try library.ownPronunciations() else { return nil }
      let reading = read(pronunciations: source)
      let count = reading.tree.rows.count
      return reading.diagnostics.isEmpty
        ? .well("\(visible(path)): \(count == 1 ? "1 word" : "\(count) words") of your own")
        : .ill(
          "Your list of pronunciations has problems.",
          "Look at them with: kindly check \(quoted(path))")
    } catch {
      return unreadable(path, visible(error.sentence))
    }
  }

  private static func journal(in folders: Folders) -> Finding? {
    let journal = Journal(in: folders)
    do throws(StateFileProblem) {
      let (entries, damaged) = try journal.entries()
      let sits = entries.count == 1 ? "1 sit" : "\(entries.count) sits"
      if damaged > 0 {
        return .ill(
          "\(damaged == 1 ? "One line" : "\(damaged) lines") of your journal can't be read; "
            + "\(sits) can.",
          "Look at \(quoted(journal.path)) in an editor; what is not a sit can be taken out.")
      }
      return journal.isOn
        ? .well("\(visible(journal.path)): \(sits)")
        : .noted("The journal is off; it has \(sits).", "It is turned on by: kindly journal --on")
    } catch {
      return unreadable(journal.path, visible(error.sentence))
    }
  }

  private static func course(in folders: Folders) -> Finding? {
    do throws(CourseProgressProblem) {
      return try CourseProgress.kept(in: folders).map {
        .well("day \($0.day) of the course \(visible($0.course))")
      }
    } catch {
      switch error {
      case .unreadable(let problem):
        return .ill(visible(problem.sentence), "Look at it with: ls -l \(quoted(folders.state))")
      case .damaged(let path):
        return .ill(
          "\(visible(path)) does not say where you are in your course.",
          "Start the course again with: kindly course start NAME")
      }
    }
  }

  /// Files that keep private things and that other users of the machine may read.
  private static func readableByOthers(in folders: Folders) -> [Finding] {
    let places = folders.state + "/places"
    let files =
      [ProfileFile(in: folders).path, Journal(in: folders).path]
      + ["course", "trusted-voices"].map { folders.state + "/" + $0 }
      + Library.files(in: places).map { places + "/" + $0 }
    return files.compactMap { path in
      var facts = stat()
      guard stat(path, &facts) == 0, facts.st_mode & 0o077 != 0 else { return nil }
      return .noted(
        "Other users of this machine may read \(visible(path)).",
        "Make it private with: chmod 600 \(quoted(path))")
    }
  }

  private static func unreadable(_ path: String, _ sentence: String) -> Finding {
    .ill(sentence, "Look at it with: ls -l \(quoted(path))")
  }
}
