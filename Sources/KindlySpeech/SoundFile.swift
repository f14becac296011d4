import CKindlyESpeakNG
import Glibc
public import KindlyFiles

/// Sound files of any kind that is known here, decoded in a process of their own.
public enum SoundFile {
  /// Why a file is no sound.
  public enum Trouble: Error, Sendable, Hashable {
    /// What the decoder said, or how it ended.
    case unreadable(reason: String)
    /// There is more sound than was asked for, in seconds.
    case tooLong(seconds: Int)
  }

  /// Samples by channels, from -8 to 8, and how many there are in a second.
  public struct Samples: Sendable {
    /// One array for each channel, all of one length.
    public var channels: [[Float]]
    /// Frames a second.
    public var rate: Int
  }

  /// How long decoding may take by the clock, in milliseconds: on a busy machine too.
  private static let patience = 120_000

  /// Reads a whole file; several channels are mixed to one.
  static func read(
    _ file: borrowing OpenFile, program: String
  ) throws(Trouble) -> RawSpeech {
    let sound = try decoded(
      file, channels: 1, seconds: EspeakPhrase.mostSeconds, program: program)
    guard let samples = sound.channels.first, !samples.isEmpty else {
      throw .unreadable(reason: "it holds no sound")
    }
    return RawSpeech(samples: samples, rate: sound.rate, words: [])
  }

  /// Reads what a program made.
  static func read(_ path: String, program: String) throws(Trouble) -> RawSpeech {
    let file: OpenFile
    do throws(FileProblem) {
      file = try OpenFile.reading(path)
    } catch {
      throw Trouble(error)
    }
    return try read(file, program: program)
  }

  /// Reads a recording by its path, which holds no link: one that is there now was put there since.
  static func read(recording path: String, program: String) throws(Trouble) -> RawSpeech {
    let file: OpenFile
    do throws(FileProblem) {
      file = try OpenFile.reading(unlinked: path)
    } catch {
      throw Trouble(error)
    }
    return try read(file, program: program)
  }

  /// Decodes a file in a worker process, which can reach nothing but the file.
  ///
  /// - Parameters:
  ///   - file: read from its beginning.
  ///   - channels: how many are wanted; one is mixed from all.
  ///   - seconds: how much sound there may be.
  ///   - program: what is run for the worker: this program, which calls `speakWorkerMain()`.
  public static func decoded(
    _ file: borrowing OpenFile, channels: Int, seconds: Int, program: String = "/proc/self/exe"
  ) throws(Trouble) -> Samples {
    var process: pid_t = 0
    var descriptor: Int32 = -1
    let words = [program, DecodeWorker.name, "\(channels)", "\(seconds)"]
    let number = file.descriptor
    let error = withArgumentVector(words) { arguments in
      withArgumentVector(Worker.environment()) { environment in
        kindly_start_worker(program, arguments, environment, number, &process, &descriptor)
      }
    }
    guard error == 0 else {
      throw .unreadable(reason: "the decoder did not start: \(String(cString: strerror(error)))")
    }
    defer {
      kill(-process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    let answer: Result<Samples, Trouble>
    do {
      answer = try self.answer(Connection(descriptor: descriptor), seconds: seconds)
    } catch {
      throw .unreadable(
        reason: error == .closed ? "decoding it ended early" : "decoding it took too long")
    }
    return try answer.get()
  }

  private static func answer(
    _ connection: consuming Connection, seconds: Int
  ) throws(Connection.Trouble) -> Result<Samples, Trouble> {
    var head = WireReader(try connection.receive(within: patience))
    guard head.number() == DecodeWorker.Outcome.whole.rawValue else {
      return .failure(.unreadable(reason: head.text() ?? "the decoder did not say why"))
    }
    guard let rate = head.number(), let count = head.number(), rate > 0, count > 0 else {
      throw .closed
    }
    let width = Int(count)
    let size = MemoryLayout<Float>.stride
    var channels = [[Float]](repeating: [], count: width)
    while true {
      let stretch = try connection.receive(within: patience)
      if stretch.isEmpty { break }
      guard stretch.count % (size * width) == 0 else { throw .closed }
      stretch.withUnsafeBytes { bytes in
        for place in 0..<(bytes.count / size) {
          channels[place % width].append(
            bytes.loadUnaligned(fromByteOffset: place * size, as: Float.self))
        }
      }
    }
    var end = WireReader(try connection.receive(within: patience))
    guard end.number() == DecodeWorker.Outcome.whole.rawValue else {
      return .failure(.tooLong(seconds: seconds))
    }
    return .success(Samples(channels: channels, rate: Int(rate)))
  }

  /// Signed samples of 16 bits, lowest byte first.
  static func samples(raw bytes: [UInt8]) -> [Float] {
    stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      Float(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8)) / 32_768
    }
  }
}

extension SoundFile.Trouble {
  /// What keeps a file from being opened.
  public init(_ problem: FileProblem) {
    self =
      switch problem {
      case .missing: .unreadable(reason: "there is no such file")
      case .folder: .unreadable(reason: "it is a folder")
      case .notRegular: .unreadable(reason: "it is not a regular file")
      case .outside: .unreadable(reason: "a link leads to it; copy the file itself there")
      case .tooLarge, .exists, .refused:
        .unreadable(reason: String(cString: strerror(problem.code)))
      }
  }

  /// The reason, to stand behind "can't be read:".
  public var reason: String {
    switch self {
    case .unreadable(let reason): reason
    case .tooLong(let seconds): "it is longer than \(seconds) seconds"
    }
  }
}

/// The head of a WAV file that was written before its length was known.
enum WaveHead {
  /// Gives the sound's part of a WAV file the length it really has, where the head says 0 or more
  /// than there is, as programs write it that send the file while they speak.
  static func repair(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var head = [UInt8](repeating: 0, count: 4096)
    let count = pread(descriptor, &head, head.count, 0)
    guard count > 12, head[..<4].elementsEqual("RIFF".utf8), head[8..<12].elementsEqual("WAVE".utf8)
    else { return }
    var place = 12
    while place + 8 <= count {
      let length = (0..<4).reduce(0) { $0 | Int(head[place + 4 + $1]) << (8 * $1) }
      if head[place..<(place + 4)].elementsEqual("data".utf8) {
        let real = size - place - 8
        guard length == 0 || length > real else { return }
        write(UInt32(real), to: descriptor, at: place + 4)
        write(UInt32(size - 8), to: descriptor, at: 4)
        return
      }
      place += 8 + length + length % 2
    }
  }

  private static func write(_ number: UInt32, to descriptor: Int32, at place: Int) {
    var bytes = number.littleEndian
    _ = pwrite(descriptor, &bytes, 4, place)
  }
}
