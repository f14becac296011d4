import Glibc
import KindlyFiles
import KindlyLanguage
import KindlyTimeline

@testable import KindlyLibrary

/// The listener's own files, with any content: journal, course progress, place, profile.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  switch count % 4 {
  case 0: readJournal(bytes)
  case 1: readProgress(bytes)
  case 2: readPlace(bytes)
  default: readProfile(bytes)
  }
  return 0
}

/// Folders of this process alone.
private let folders: Folders = {
  var template = Array("/dev/shm/kindly-fuzz-XXXXXX".utf8CString)
  guard let home = mkdtemp(&template).map({ String(cString: $0) }),
    let folders = try? Folders(environment: ["HOME": home]),
    (try? StateFile.makeFolder(folders.state + "/places")) != nil,
    (try? StateFile.makeFolder(folders.config)) != nil
  else { fatalError("no folder under /dev/shm") }
  return folders
}()

private func put(_ bytes: [UInt8], at path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(write(file, bytes, bytes.count) == bytes.count)
  close(file)
}

/// What can be read is written again and read as the same, and each export holds.
private func readJournal(_ bytes: [UInt8]) {
  let journal = Journal(in: folders)
  put(bytes, at: journal.path)
  guard let (entries, _) = try? journal.entries() else { fatalError("a journal that is no file") }
  _ = JournalExport.csv(entries)
  _ = JournalExport.json(entries).line
  for entry in entries {
    precondition(JournalEntry(line: Array(entry.json.line.utf8)[...]) == entry, "another entry")
  }
}

private func readProgress(_ bytes: [UInt8]) {
  put(bytes, at: folders.state + "/course")
  guard let progress = try? CourseProgress.kept(in: folders) else { return }
  _ = progress.day(on: "2026-11-23")
  for next in [
    progress.repeating(on: "2026-11-23"), progress.staying(on: "2026-11-23"),
    progress.skipping(on: "2026-11-23"),
  ] {
    try? next.keep(in: folders)
    precondition((try? CourseProgress.kept(in: folders)) == next, "another progress")
  }
}

private func readPlace(_ bytes: [UInt8]) {
  try? KeptPlace(sitting: "s", frame: 1, frames: 2).keep(in: folders)
  guard let name = names(in: folders.state + "/places").first else { fatalError("no place") }
  put(bytes, at: folders.state + "/places/" + name)
  if let place = KeptPlace.kept(for: "s", in: folders) {
    precondition(place.frame > 0 && place.frame < place.frames)
  }
}

private func names(in folder: String) -> [String] {
  (try? Folder.names(in: folder))?.filter { !$0.hasPrefix(".") } ?? []
}

/// Other wishes leave a profile that can be read, with these wishes.
private func readProfile(_ bytes: [UInt8]) {
  let source = Source(path: "me.profile", bytes: bytes)
  let reading = read(profile: source)
  let report = Report(on: source)
  for diagnostic in reading.diagnostics.prefix(3) { _ = report.drawing(of: diagnostic) }
  _ = reading.tree.ownSets
}
