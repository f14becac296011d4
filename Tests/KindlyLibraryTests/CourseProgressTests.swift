import Foundation
import KindlyLibrary
import Testing

@Suite struct CourseProgressTests {
  private let monday = "2026-11-23"
  private let tuesday = "2026-11-24"
  private let muchLater = "2027-08-01"

  @Test func `a day that was heard makes room for the next one on a later date`() {
    let start = CourseProgress(course: "first-week")
    #expect(start.day(on: monday) == 1)
    let heard = start.hearing(1, on: monday)
    #expect(heard.day(on: monday) == 1)
    #expect(heard.wasHeard(on: monday))
    #expect(heard.day(on: tuesday) == 2)
    #expect(!heard.wasHeard(on: tuesday))
  }

  @Test func `a day that was not heard to its end comes again, whenever that is`() {
    let second = CourseProgress(course: "c").hearing(1, on: monday)
    #expect(second.day(on: muchLater) == 2)
    #expect(second.day(on: tuesday) == 2)
    #expect(CourseProgress(course: "c").day(on: muchLater) == 1)
  }

  @Test func `a pause of any length changes nothing`() {
    let heard = CourseProgress(course: "c").hearing(1, on: monday).hearing(2, on: tuesday)
    #expect(heard.day(on: muchLater) == heard.day(on: "2026-11-25"))
  }

  @Test func `to repeat is to hear the last day once more, then to go on`() {
    let heard = CourseProgress(course: "c").hearing(1, on: monday).hearing(2, on: tuesday)
    let again = heard.repeating(on: tuesday)
    #expect(again.day(on: muchLater) == 2)
    #expect(again.hearing(2, on: "2027-08-01").day(on: "2027-08-02") == 3)
    #expect(CourseProgress(course: "c").repeating(on: monday).day(on: monday) == 1)
    #expect(heard.skipping(on: tuesday).repeating(on: tuesday).day(on: tuesday) == 2)
  }

  @Test func `to stay is to keep the day until one goes on`() {
    let staying = CourseProgress(course: "c").hearing(1, on: monday).staying(on: tuesday)
    #expect(staying.day(on: tuesday) == 2)
    let heard = staying.hearing(2, on: tuesday)
    #expect(heard.stays)
    #expect(heard.day(on: muchLater) == 2)
    #expect(heard.skipping(on: muchLater).day(on: muchLater) == 3)
    #expect(!heard.skipping(on: muchLater).stays)
  }

  @Test func `to skip is to take the day after the one that would come now`() {
    let heard = CourseProgress(course: "c").hearing(1, on: monday)
    #expect(heard.skipping(on: monday).day(on: monday) == 2)
    #expect(heard.skipping(on: tuesday).day(on: tuesday) == 3)
  }

  @Test func `progress is kept and read again`() throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    #expect(try CourseProgress.kept(in: folders) == nil)
    let progress = CourseProgress(course: "./my courses/monday.course")
      .hearing(1, on: monday).staying(on: tuesday).hearing(2, on: tuesday)
    try progress.keep(in: folders)
    #expect(try CourseProgress.kept(in: folders) == progress)
    let path = folders.state + "/course"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test(arguments: [
    "", "Course: a\n", "Course: a\nDay: 0\n", "Day: 1\n", "Course: a\nDay: 99999999999999999999\n",
    "Curse: a\nDay: 1\n",
  ])
  func `a damaged file is told about, with the way on`(text: String) throws {
    let scratch = try ScratchFolder()
    let folders = try Folders(environment: ["HOME": scratch.path])
    try scratch.write(text, to: ".local/state/kindly/course")
    #expect(throws: CourseProgressProblem.damaged(folders.state + "/course")) {
      try CourseProgress.kept(in: folders)
    }
  }
}
