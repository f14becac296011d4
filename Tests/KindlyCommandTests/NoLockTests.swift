import Foundation
import Glibc
import Testing

/// Network disks that have no locks, and folders that nothing can be written to (NFS without lockd answers
/// ENOLCK, some FUSE mounts EOPNOTSUPP).
@Suite(.besideOthers) struct NoLockTests {
  @Test(arguments: [ENOLCK, EOPNOTSUPP])
  func `a sit is noted on a disk without locks`(code: Int32) throws {
    let program = try Program()
    let words = ["journal", "--add", "B", "--length", "5m"]
    try program.write(Deed.sit, to: "home/" + Deed.journal)
    // The first run makes folders that are there for the next ones.
    _ = try program.runAtHome(words, failing: nil)
    let operations = try program.runAtHome(words, failing: nil).operations
    let lock = try #require(operations.firstIndex { $0.hasPrefix("lock ") })
    try program.write(Deed.sit, to: "home/" + Deed.journal)
    let fault = Fault(code: code, isLasting: false)
    let outcome = try program.runAtHome(words, failing: (lock + 1, fault)).outcome
    #expect(outcome.code == 0, "\(outcome)")
    let journal = FileManager.default.contents(atPath: program.folder + "/home/" + Deed.journal)
    #expect(String(decoding: journal ?? Data(), as: UTF8.self).split(separator: "\n").count == 2)
  }
}
