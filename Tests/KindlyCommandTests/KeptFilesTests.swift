import Foundation
import Testing

/// Whatever a listener kept with an earlier version is read by this one. `Kept/VERSION` holds such
/// files as that version wrote them: never change one, add a folder for a new version instead.
@Suite(.besideOthers) struct KeptFilesTests {
  private static let kept = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Kept")
  private static let versions =
    (try? FileManager.default.contentsOfDirectory(atPath: kept.path).sorted()) ?? []

  /// A program whose user has worked with `version` until today.
  private func program(after version: String) throws -> Program {
    let program = try Program()
    let files = FileManager.default
    for (folder, home) in [
      ("state", ".local/state"), ("data", ".local/share"), ("config", ".config"),
    ] {
      let parent = program.folder + "/" + home
      try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try files.copyItem(
        at: Self.kept.appending(path: "\(version)/\(folder)"),
        to: URL(filePath: parent + "/kindly"))
    }
    try files.copyItem(
      at: Self.kept.appending(path: "\(version)/sitnow.practice"),
      to: URL(filePath: program.folder + "/sitnow.practice"))
    return program
  }

  @Test func `there are kept files`() { #expect(!Self.versions.isEmpty) }

  @Test(arguments: versions) func `the journal and its sits are read`(version: String) throws {
    let csv = try program(after: version).run("journal", "--export", "csv")
    #expect(csv.code == 0)
    #expect(csv.output.split(separator: "\n").count == 4)
    #expect(csv.output.contains("Wishes for yourself"))
  }

  @Test(arguments: versions) func `a course goes on where it was`(version: String) throws {
    let course = try program(after: version).run("course")
    #expect(course.code == 0)
    #expect(course.output.contains("Day 4: wishes for yourself  (next)"))
  }

  @Test(arguments: versions) func `own practice, wishes, voice, bell and profile have no problems`(
    version: String
  ) throws {
    let program = try program(after: version)
    let share = ".local/share/kindly"
    let checked = try program.run(
      "check", "--strict", "./\(share)/Sessions/evening.practice",
      "./\(share)/Sessions/Phrases/own.phrases", "./\(share)/Voices/Narrators/kept.voice",
      "./\(share)/Voices/Bells/kept.bell", "./.config/kindly/me.profile")
    #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
    let timeline = try program.run("timeline", "evening", "--json")
    #expect(timeline.code == 0, "\(timeline.errors)")
    #expect(timeline.output.contains("\"frames\": 11520000"))
    #expect(timeline.output.contains("Good evening, Maria."))
    // The profile's narrator and bell come before those of the practice.
    #expect(timeline.output.contains("\"voice\": \"warm\""))
    #expect(timeline.output.contains("\"bell\": \"rin\""))
    let own = try program.run("timeline", "evening", "--voice", "kept", "--bell", "kept", "--json")
    #expect(own.output.contains("\"voice\": \"kept\""))
    #expect(own.output.contains("\"bell\": \"kept\""))
  }

  @Test(arguments: versions) func `a sitting goes on at its place`(version: String) throws {
    let program = try program(after: version)
    let device = try program.hastyDevice(alone: true)
    let played = try program.run(
      "play", "./sitnow.practice", "--device", device, "--resume", "--json")
    #expect(played.code == 0, "\(played.errors)")
    // It was left at 560,022 of 1,440,000 frames, in the second section.
    #expect(!played.output.contains("Rest here"))
    #expect(played.output.contains("\"finished\""))
  }
}
