import CKindlySndFile
import Glibc

/// Sound files of any kind libsndfile reads, as mono samples.
enum SoundFile {
  /// Why a file is no speech.
  enum Trouble: Error {
    case unreadable(reason: String)
    case tooLong(seconds: Int)
  }

  /// Reads a whole file; several channels are mixed to one.
  static func read(_ path: String) throws(Trouble) -> RawSpeech {
    var info = SF_INFO()
    guard let file = sf_open(path, Int32(SFM_READ), &info) else {
      // libsndfile's sentence ends with a full stop; ours goes on.
      let said = String(cString: sf_strerror(nil))
      throw .unreadable(reason: said.hasSuffix(".") ? String(said.dropLast()) : said)
    }
    defer { sf_close(file) }
    let (rate, channels) = (Int(info.samplerate), Int(info.channels))
    guard (4_000...384_000).contains(rate), (1...16).contains(channels) else {
      throw .unreadable(reason: "\(rate) Hz with \(channels) channels is no speech")
    }
    let most = EspeakPhrase.mostSeconds * rate
    var samples: [Float] = []
    var block = [Float](repeating: 0, count: 4096 * channels)
    while true {
      let frames = Int(sf_readf_float(file, &block, 4096))
      guard frames > 0 else { break }
      for frame in 0..<frames {
        var sum: Float = 0
        for channel in 0..<channels { sum += block[frame * channels + channel] }
        let sample = sum / Float(channels)
        // Files of Float may hold anything.
        samples.append(sample.isFinite ? max(-8, min(8, sample)) : 0)
      }
      guard samples.count <= most else { throw .tooLong(seconds: EspeakPhrase.mostSeconds) }
    }
    guard !samples.isEmpty else { throw .unreadable(reason: "it holds no sound") }
    return RawSpeech(samples: samples, rate: rate, words: [])
  }

  /// Signed samples of 16 bits, lowest byte first.
  static func samples(raw bytes: [UInt8]) -> [Float] {
    stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      Float(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8)) / 32_768
    }
  }
}

/// The head of a WAV file that was written before its length was known.
enum WaveHead {
  /// Gives the sound's part of a WAV file the length it really has, where the head says 0 or more
  /// than there is, as programs write it that send the file while they speak.
  static func repair(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
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
