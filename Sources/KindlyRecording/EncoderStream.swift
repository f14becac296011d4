import CKindlySndFile
import Glibc

/// The file as libsndfile sees it: bytes that may begin later in the real file, or be rewritten on
/// their way. Keeps the first error, since a C callback cannot throw.
final class EncoderStream {
  private let file: WholeFile
  /// Where libsndfile's first byte stands in the file.
  private let base: Int64
  private var pages: OggPages?
  private var place: Int64 = 0
  private var length: Int64 = 0
  /// What went wrong first.
  private(set) var failure: RecordingError?

  init(file: WholeFile, base: Int64 = 0, pages: OggPages? = nil) {
    self.file = file
    self.base = base
    self.pages = pages
  }

  /// The functions libsndfile calls, each with this object as its last argument.
  static var functions: SF_VIRTUAL_IO {
    SF_VIRTUAL_IO(
      get_filelen: { EncoderStream.of($0)?.length ?? -1 },
      seek: { EncoderStream.of($2)?.seek($0, from: $1) ?? -1 },
      read: { EncoderStream.of($2)?.read($0, $1) ?? 0 },
      write: { EncoderStream.of($2)?.write($0, $1) ?? 0 },
      tell: { EncoderStream.of($0)?.place ?? -1 })
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> EncoderStream? {
    context.map { Unmanaged<EncoderStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func seek(_ offset: sf_count_t, from whence: Int32) -> sf_count_t {
    switch whence {
    case SEEK_SET: place = offset
    case SEEK_CUR: place += offset
    default: place = length + offset
    }
    return place
  }

  private func read(_ bytes: UnsafeMutableRawPointer?, _ count: sf_count_t) -> sf_count_t {
    guard let bytes, failure == nil, pages == nil else { return 0 }
    do {
      let room = UnsafeMutableRawBufferPointer(start: bytes, count: Int(count))
      let got = try file.read(into: room, at: base + place)
      place += Int64(got)
      return sf_count_t(got)
    } catch {
      failure = error
      return 0
    }
  }

  private func write(_ bytes: UnsafeRawPointer?, _ count: sf_count_t) -> sf_count_t {
    guard let bytes, failure == nil else { return 0 }
    do {
      try pass(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      place += count
      length = max(length, place)
      return count
    } catch {
      failure = error
      return 0
    }
  }

  private func pass(_ bytes: UnsafeRawBufferPointer) throws(RecordingError) {
    if pages == nil {
      try file.write(bytes, at: base + place)
      return
    }
    guard place == length, let out = pages?.passing(bytes) else {
      throw .encoder(format: .vorbis, message: "unexpected pages")
    }
    if !out.isEmpty { try file.write(out) }
  }
}
