import CKindlyESpeakNG
import CKindlySndFile
import Glibc

/// The process that decodes one recording: a decoder may be led astray by what it reads, so it works
/// where nothing can be reached. It gets the file as descriptor 4 and answers on descriptor 3: a head,
/// stretches of samples, an end.
enum DecodeWorker {
  /// The first argument that makes a process one.
  static let name = "decode-worker"
  /// Processor time in seconds; ten minutes of sound take less than one.
  private static let mostTime: UInt32 = 60
  /// Memory beside what the program has when it begins.
  private static let mostMemory: UInt64 = 128 << 20
  /// Frames of a stretch.
  private static let stretch = 65_536

  /// How decoding ended; the numbers go over the wire.
  enum Outcome: Int32 {
    case whole = 0
    case unreadable = 1
    case tooLong = 2
  }

  /// Decodes and leaves. The arguments are how many channels are wanted and how many seconds.
  static func main(_ arguments: ArraySlice<String>) -> Never {
    let numbers = arguments.compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ $0 > 0 }) else { exit(64) }
    // The library is opened now: afterwards nothing can be.
    _ = sf_strerror(nil)
    kindly_confine_decoding(mostTime, mostMemory)
    let connection = Connection(descriptor: 3)
    try? decode(channels: numbers[0], seconds: numbers[1], on: connection)
    exit(0)
  }

  private static func decode(
    channels wanted: Int, seconds: Int, on connection: borrowing Connection
  ) throws(Connection.Trouble) {
    guard isKnown(container(of: 4)) else {
      return try refuse("it is no WAV, FLAC, Ogg or MP3 file", on: connection)
    }
    var info = SF_INFO()
    var source = kindly_sound_file(descriptor: 4, place: 0)
    guard let file = kindly_open_sound(&source, &info) else {
      // libsndfile's sentence ends with a full stop; ours goes on.
      let said = String(cString: sf_strerror(nil))
      return try refuse(said.hasSuffix(".") ? String(said.dropLast()) : said, on: connection)
    }
    let (rate, channels) = (Int(info.samplerate), Int(info.channels))
    guard (4_000...384_000).contains(rate), (1...16).contains(channels) else {
      return try refuse("it has \(channels) channels at \(rate) Hz", on: connection)
    }
    let given = min(wanted, channels)
    var head = WireWriter()
    for number in [Outcome.whole.rawValue, Int32(rate), Int32(given)] { head.put(number) }
    try connection.send(head.bytes)
    var block = [Float](repeating: 0, count: stretch * channels)
    var left = seconds * rate
    while true {
      let frames = Int(sf_readf_float(file, &block, sf_count_t(stretch)))
      guard frames > 0 else { break }
      left -= frames
      guard left >= 0 else { return try end(.tooLong, on: connection) }
      let samples = mixed(block, frames: frames, from: channels, to: given)
      try connection.send(samples.withUnsafeBytes { Array($0) })
    }
    try end(.whole, on: connection)
  }

  /// The samples of one channel mixed from all, or the first channels as they are.
  private static func mixed(
    _ block: [Float], frames: Int, from channels: Int, to given: Int
  ) -> [Float] {
    var samples = [Float](repeating: 0, count: frames * given)
    for frame in 0..<frames {
      for channel in 0..<given {
        var sample: Float = 0
        if given == 1 {
          for other in 0..<channels { sample += block[frame * channels + other] }
          sample /= Float(channels)
        } else {
          sample = block[frame * channels + channel]
        }
        // Files of Float may hold anything.
        samples[frame * given + channel] = sample.isFinite ? max(-8, min(8, sample)) : 0
      }
    }
    return samples
  }

  /// The first bytes of a file, which tell what contains its sound.
  private static func container(of descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 12) { bytes, count in
      count = max(0, pread(descriptor, bytes.baseAddress, 12, 0))
    }
  }

  private static func isKnown(_ start: [UInt8]) -> Bool {
    func begins(_ text: String) -> Bool { start.starts(with: text.utf8) }
    let isWave = start.dropFirst(8).elementsEqual("WAVE".utf8)
    let isFrame = start.count > 1 && start[0] == 0xFF && start[1] & 0xE0 == 0xE0
    return (begins("RIFF") || begins("RF64")) && isWave || begins("fLaC") || begins("OggS")
      || begins("ID3") || isFrame
  }

  private static func refuse(
    _ reason: String, on connection: borrowing Connection
  ) throws(Connection.Trouble) {
    var message = WireWriter()
    message.put(Outcome.unreadable.rawValue)
    message.put(reason)
    try connection.send(message.bytes)
  }

  /// An empty stretch, then how it ended.
  private static func end(
    _ outcome: Outcome, on connection: borrowing Connection
  ) throws(Connection.Trouble) {
    try connection.send([])
    var message = WireWriter()
    message.put(outcome.rawValue)
    try connection.send(message.bytes)
  }
}
