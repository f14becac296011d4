import Glibc
import Testing

@testable import KindlyRecording

/// What happens on few disks, or when another program does something at the same moment.
@Suite struct RareDiskTests {
  private let folder = Folder()
  private var file: String { folder.file("a.txt") }

  /// The operating system, on a disk that refuses some operations.
  private func disk(_ refused: @escaping @Sendable (FileOperation) -> Int32?) -> FileSystem {
    FileSystem(fault: refused)
  }

  @Test func `a call that a signal interrupted is made again`() throws {
    var calls = 0
    let value = try FileSystem().call(.read) { () -> Int in
      calls += 1
      if calls < 3 { errno = EINTR }
      return calls < 3 ? -1 : 7
    }
    #expect(value == 7)
    #expect(calls == 3)
  }

  @Test(arguments: [false, true])
  func `names that an earlier run left are passed over and stay`(isThere: Bool) throws {
    if isThere { write("old", to: file) }
    let left = (0..<3).map { ".kindly-\(getpid())-\($0).part" }
    for name in left { write("left", to: folder.file(name)) }
    try WholeFile.write("new", to: file, replacing: true)
    #expect(bytes(of: file) == Array("new".utf8))
    #expect(folder.names == left + ["a.txt"])
    #expect(left.allSatisfy { bytes(of: folder.file($0)) == Array("left".utf8) })
  }

  @Test func `a folder without a free name is told once, after a hundred tries`() throws {
    for attempt in 0...100 {
      write("left", to: folder.file(".kindly-\(getpid())-\(attempt).part"))
    }
    write("old", to: file)
    #expect(throws: RecordingError.refused(operation: .link, path: file, code: EEXIST)) {
      try WholeFile.write("new", to: file, replacing: true)
    }
    #expect(bytes(of: file) == Array("old".utf8))
    #expect(folder.names.count == 102)
  }

  @Test func `a disk without unnamed files and second names still gets the file whole`() throws {
    let plain = disk { operation in
      operation == .link ? EPERM : nil
    }
    let whole = try WholeFile(at: file, files: withoutUnnamed(plain))
    try whole.write(Array("new".utf8))
    try whole.commit()
    #expect(bytes(of: file) == Array("new".utf8))
    #expect(folder.names == ["a.txt"])
  }

  @Test func `a file that somebody else makes meanwhile is replaced with leave`() throws {
    let whole = try WholeFile(at: file, replacing: true)
    try whole.write(Array("ours".utf8))
    write("theirs", to: file)
    try whole.commit()
    #expect(bytes(of: file) == Array("ours".utf8))
    #expect(folder.names == ["a.txt"])
  }

  @Test func `a folder that somebody else makes under the name is left alone`() throws {
    write("old", to: file)
    let whole = try WholeFile(at: file, replacing: true)
    try whole.write(Array("ours".utf8))
    unlink(file)
    mkdir(file, 0o700)
    #expect(throws: RecordingError.notAFile(file)) { try whole.commit() }
    #expect(folder.names == ["a.txt"])
  }

  @Test func `a file is known to be there, and through a link`() throws {
    #expect(try !WholeFile.exists(at: file))
    write("old", to: file)
    symlink("a.txt", folder.file("link"))
    #expect(try WholeFile.exists(at: file))
    #expect(try WholeFile.exists(at: folder.file("link")))
    #expect(try !WholeFile.exists(at: "/dev/null"))
    #expect(throws: RecordingError.isFolder(folder.path)) {
      _ = try WholeFile.exists(at: folder.path)
    }
  }

  @Test func `a file that is open already is written from front to back and stays open`() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    defer { for end in ends { close(end) } }
    do {
      let whole = try WholeFile(descriptor: ends[1], name: "the output")
      #expect(!whole.canSeek)
      try whole.write(Array("new".utf8))
      try whole.commit()
    }
    #expect(Glibc.write(ends[1], "!", 1) == 1)
    var read = [UInt8](repeating: 0, count: 16)
    #expect(Glibc.read(ends[0], &read, read.count) == 4)
    #expect(Array(read[..<4]) == Array("new!".utf8))
    #expect(throws: RecordingError.refused(operation: .open, path: "the output", code: EBADF)) {
      _ = try WholeFile(descriptor: -1, name: "the output")
    }
  }

  /// The same disk, without files that have no name.
  private func withoutUnnamed(_ files: FileSystem) -> FileSystem {
    let opened = Faults(failing: 0, code: EOPNOTSUPP)
    return FileSystem { operation in
      if operation == .open, let code = opened.files.fault(operation) { return code }
      return files.fault(operation)
    }
  }
}

/// What an encoder refuses is told.
@Suite struct RefusingEncoderTests {
  @Test(arguments: [FileFormat.opus, .vorbis])
  func `a rate that an encoder does not take is an error of that encoder`(format: FileFormat) throws
  {
    let encoding = Encoding(format: format, rate: format == .vorbis ? 0 : 44_101)
    let error = #expect(throws: RecordingError.self) {
      switch format {
      case .opus: _ = try OpusPackets(encoding)
      default: _ = try VorbisPackets(encoding)
      }
    }
    guard case .encoder(format, let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.hasPrefix("error -"))
  }

  @Test func `a rate that the encoder of FLAC refuses is told`() throws {
    let folder = Folder()
    let encoding = Encoding(format: .flac, rate: -1)
    let file = try FLACFile(
      file: WholeFile(at: folder.file("a.flac")), encoding: Encoding(format: .flac), frames: 0,
      comments: VorbisComments(tags: Tags(title: "a"), chapters: []), vendor: "")
    let error = #expect(throws: RecordingError.self) {
      _ = try FLACSink(file: file, encoding: encoding, frames: 0)
    }
    guard case .encoder(.flac, let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.hasPrefix("error "))
  }
}
