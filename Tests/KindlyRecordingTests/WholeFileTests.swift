import Glibc
import Synchronization
import Testing
import KindlyTimeline

@testable import KindlyRecording

/// Fails the n-th operation, and only that one.
final class Faults: Sendable {
  private let failing: Int
  private let code: Int32
  private let seen = Mutex<[FileOperation]>([])

  init(failing: Int, code: Int32 = EIO) {
    self.failing = failing
    self.code = code
  }

  var operations: [FileOperation] { seen.withLock { $0 } }

  var files: FileSystem {
    FileSystem { operation in
      self.seen.withLock { seen in
        seen.append(operation)
        return seen.count - 1 == self.failing ? self.code : nil
      }
    }
  }
}

@Suite struct WholeFileTests {
  @Test(arguments: FileFormat.allCases, [false, true])
  func `whatever operation fails, the old file or none is there, and nothing else`(
    format: FileFormat, replaces: Bool
  ) throws {
    let folder = Folder()
    let file = folder.file("a")
    var failing = 0
    while failing < 1000 {
      unlink(file)
      if replaces { write("old", to: file) }
      let faults = Faults(failing: failing)
      let tone = Tone(loud: 0..<20_000)
      do {
        _ = try Recording.sample(Encoding(format: format), seconds: 1.5).write(
          to: file, replacing: replaces, from: tone.fill, files: faults.files)
        break
      } catch RecordingError.nameNotFlushed {
        #expect(bytes(of: file).count > 3)
      } catch {
        #expect(bytes(of: file) == (replaces ? Array("old".utf8) : []), "\(error)")
      }
      #expect(folder.names == (replaces || access(file, F_OK) == 0 ? ["a"] : []))
      failing += 1
    }
    // Every kind of operation that this way uses had its turn.
    #expect(failing > 6 && failing < 1000)
  }

  @Test func `a disk without unnamed files gets a named one, and loses it on failure`() throws {
    let folder = Folder()
    let file = folder.file("a.wav")
    var failing = 0
    while failing < 100 {
      unlink(file)
      let opened = Mutex(false)
      let faults = Faults(failing: failing)
      let files = FileSystem { operation in
        if let code = faults.files.fault(operation) { return code }
        // The first opening asks for an unnamed file.
        let isFirst =
          operation == .open
          && opened.withLock { was in
            defer { was = true }
            return !was
          }
        return isFirst ? EOPNOTSUPP : nil
      }
      let tone = Tone()
      do {
        _ = try Recording.sample(Encoding(format: .wav), seconds: 1.5).write(
          to: file, from: tone.fill, files: files)
        break
      } catch RecordingError.nameNotFlushed {
        #expect(folder.names == ["a.wav"])
      } catch {
        #expect(folder.names == [])
      }
      failing += 1
    }
    #expect(failing > 6)
    #expect(folder.names == ["a.wav"])
  }

  @Test func `stopping leaves the old file`() {
    let folder = Folder()
    write("old", to: folder.file("a.wav"))
    let tone = Tone()
    #expect(throws: RecordingError.stopped) {
      _ = try Recording.sample(Encoding(format: .wav)).write(
        to: folder.file("a.wav"), replacing: true, from: tone.fill
      ) { $0 < Frames(50_000) }
    }
    #expect(bytes(of: folder.file("a.wav")) == Array("old".utf8))
    #expect(folder.names == ["a.wav"])
  }

  @Test func `an existing file is kept without leave and keeps its rights with it`() throws {
    let folder = Folder()
    let file = folder.file("a.wav")
    write("old", to: file)
    chmod(file, 0o640)
    #expect(throws: RecordingError.exists(file)) { _ = try WholeFile(at: file) }
    let whole = try WholeFile(at: file, replacing: true)
    try whole.write(Array("new".utf8))
    try whole.commit()
    #expect(bytes(of: file) == Array("new".utf8))
    var facts = stat()
    stat(file, &facts)
    #expect(facts.st_mode & 0o777 == 0o640)
  }

  @Test func `a file that somebody else makes meanwhile is not replaced`() throws {
    let folder = Folder()
    let whole = try WholeFile(at: folder.file("a"))
    try whole.write(Array("ours".utf8))
    write("theirs", to: folder.file("a"))
    #expect(throws: RecordingError.exists(folder.file("a"))) { try whole.commit() }
    #expect(bytes(of: folder.file("a")) == Array("theirs".utf8))
    #expect(folder.names == ["a"])
  }

  @Test func `a link stays a link and what it names is replaced`() throws {
    let folder = Folder()
    write("old", to: folder.file("real"))
    symlink("real", folder.file("link"))
    let whole = try WholeFile(at: folder.file("link"), replacing: true)
    try whole.write(Array("new".utf8))
    try whole.commit()
    #expect(bytes(of: folder.file("real")) == Array("new".utf8))
    var facts = stat()
    lstat(folder.file("link"), &facts)
    #expect(facts.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `what cannot be written is told apart`() throws {
    let folder = Folder()
    symlink("nowhere", folder.file("broken"))
    write("x", to: folder.file("plain"))
    #expect(throws: RecordingError.brokenLink(folder.file("broken"))) {
      _ = try WholeFile(at: folder.file("broken"))
    }
    #expect(throws: RecordingError.isFolder(folder.path)) { _ = try WholeFile(at: folder.path) }
    #expect(throws: RecordingError.noFolder(folder.file("none"))) {
      _ = try WholeFile(at: folder.file("none/a.wav"))
    }
    #expect(throws: RecordingError.notAFolder(folder.file("plain"))) {
      _ = try WholeFile(at: folder.file("plain/a.wav"))
    }
    let long = folder.file(String(repeating: "a", count: 300))
    #expect(throws: RecordingError.nameTooLong(long)) { _ = try WholeFile(at: long) }
    #expect(throws: RecordingError.self) {
      _ = try WholeFile(at: folder.file("a.wav"), expected: Int64.max / 2)
    }
    for (code, wanted) in [
      (ENOSPC, RecordingError.diskFull(path: folder.file("b"))),
      (EDQUOT, .diskFull(path: folder.file("b"))), (EFBIG, .fileTooLarge(path: folder.file("b"))),
    ] {
      let whole = try WholeFile(
        at: folder.file("b"), files: FileSystem { $0 == .write ? code : nil })
      #expect(throws: wanted) { try whole.write([1]) }
    }
    for (code, wanted) in [
      (EROFS, RecordingError.readOnlyDisk(folder: folder.path)),
      (EACCES, .notAllowed(path: folder.file("b"), folder: folder.path)),
    ] {
      #expect(throws: wanted) {
        _ = try WholeFile(at: folder.file("b"), files: FileSystem { $0 == .open ? code : nil })
      }
    }
  }

  @Test func `a device and a FIFO are written straight`() throws {
    let before = try #require(facts(of: "/dev/null"))
    let tone = Tone()
    _ = try Recording.sample(Encoding(format: .wav)).write(to: "/dev/null", from: tone.fill)
    #expect(facts(of: "/dev/null")?.st_ino == before.st_ino)
    #expect((facts(of: "/dev/null")?.st_mode ?? 0) & S_IFMT == S_IFCHR)

    let folder = Folder()
    let again = Tone()
    _ = try Recording.sample(Encoding(format: .wav)).write(
      to: folder.file("a.wav"), from: again.fill)
    mkfifo(folder.file("fifo"), 0o600)
    // Open for both, a FIFO takes 64 KiB without a reader: enough for half a second of a tone.
    let reader = open(folder.file("fifo"), O_RDWR)
    defer { close(reader) }
    let short = Tone(loud: 0..<4800)
    let summary = try Recording.sample(Encoding(format: .wav), seconds: 0.25).write(
      to: folder.file("fifo"), from: short.fill)
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    let count = read(reader, &buffer, buffer.count)
    #expect(Int64(count) == summary.bytes)
    let copy = Tone(loud: 0..<4800)
    _ = try Recording.sample(Encoding(format: .wav), seconds: 0.25).write(
      to: folder.file("b.wav"), from: copy.fill)
    #expect(
      firstDifference(Array(buffer[..<max(0, count)]), bytes(of: folder.file("b.wav"))) == nil)
    let flac = Tone()
    #expect(throws: RecordingError.needsSeeking(path: folder.file("fifo"), format: .flac)) {
      _ = try Recording.sample(Encoding(format: .flac)).write(
        to: folder.file("fifo"), from: flac.fill)
    }
  }

  @Test func `every error has a sentence that ends in something to do`() {
    for error in RecordingError.samples {
      #expect(error.sentence.hasSuffix("."), "\(error.sentence)")
      #expect(!error.sentence.contains("Error"))
      #expect(error.sentence.count > 20)
    }
  }

  private func facts(of path: String) -> stat? {
    var facts = stat()
    return lstat(path, &facts) == 0 ? facts : nil
  }
}

extension RecordingError {
  /// One of each.
  static let samples: [RecordingError] = [
    .unknownEnding(path: "a", ending: nil), .unknownEnding(path: "a.xyz", ending: "xyz"),
    .rate(1, format: .wav), .rate(44_100, format: .opus), .samples(.float32, format: .flac),
    .needsSeeking(path: "pipe", format: .flac), .noFolder("x"), .notAFolder("x"),
    .notAllowed(path: "x/a.wav", folder: "x"), .readOnlyDisk(folder: "x"), .isFolder("x"),
    .brokenLink("x"), .notAFile("x"), .exists("x"), .nameTooLong("x"),
    .noRoom(folder: "x", needed: 691_200_044, free: 12_000), .diskFull(path: "x"),
    .fileTooLarge(path: "x"), .readerGone(path: "x"),
    .refused(operation: .flush, path: "x", code: EIO), .nameNotFlushed(path: "x", code: EIO),
    .encoder(format: .mp3, message: "no"), .stopped,
  ]
}
