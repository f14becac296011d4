import KindlySound

/// Writes a WAV or RF64 file front to back.
final class WAVSink: SampleSink {
  private let file: WholeFile
  private let layout: WAVLayout
  private let encoding: Encoding
  private let quantizer: Quantizer
  private let buffer: UnsafeMutableRawBufferPointer
  private var used = 0

  private static let bufferBytes = 1 << 18

  init(file: WholeFile, layout: WAVLayout, encoding: Encoding) throws(RecordingError) {
    self.file = file
    self.layout = layout
    self.encoding = encoding
    quantizer = Quantizer(bits: encoding.samples.rawValue)
    buffer = .allocate(byteCount: Self.bufferBytes, alignment: 4096)
    try file.write(layout.beginning)
  }

  deinit { buffer.deallocate() }

  func write(_ samples: UnsafePointer<Float>, frames: Int, at frame: Int64) throws(RecordingError) {
    let frameBytes = encoding.channels * encoding.samples.bytes
    var done = 0
    while done < frames {
      if buffer.count - used < frameBytes { try flush() }
      let count = min(frames - done, (buffer.count - used) / frameBytes)
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + count * frameBytes])
      pack(samples + done * encoding.channels, count, into: room, at: frame + Int64(done))
      used += count * frameBytes
      done += count
    }
  }

  func writeSilence(frames: Int, at frame: Int64) throws(RecordingError) {
    var rest = frames * encoding.channels * encoding.samples.bytes
    while rest > 0 {
      if used == buffer.count { try flush() }
      let count = min(rest, buffer.count - used)
      UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + count])
        .initializeMemory(as: UInt8.self, repeating: 0)
      used += count
      rest -= count
    }
  }

  func finish() throws(RecordingError) {
    try flush()
    try file.write(layout.end)
  }

  private func flush() throws(RecordingError) {
    if used == 0 { return }
    try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<used]))
    used = 0
  }

  private func pack(
    _ samples: UnsafePointer<Float>, _ frames: Int, into room: UnsafeMutableRawBufferPointer,
    at frame: Int64
  ) {
    let count = frames * encoding.channels
    switch encoding.samples {
    case .float32:
      room.copyMemory(from: UnsafeRawBufferPointer(start: samples, count: count * 4))
    case .int16:
      guard let out = room.bindMemory(to: Int16.self).baseAddress else { return }
      quantizer.write(samples, frames: frames, channels: encoding.channels, at: frame, to: out)
    case .int24:
      for index in 0..<count {
        let (offset, channel) = index.quotientAndRemainder(dividingBy: encoding.channels)
        let value = quantizer.value(
          samples[index], frame: frame + Int64(offset), channel: channel)
        room[index * 3] = UInt8(truncatingIfNeeded: value)
        room[index * 3 + 1] = UInt8(truncatingIfNeeded: value >> 8)
        room[index * 3 + 2] = UInt8(truncatingIfNeeded: value >> 16)
      }
    }
  }
}
