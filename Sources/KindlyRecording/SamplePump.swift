import KindlySound
import KindlyTimeline

/// A session on its way to a file: what sounds is made on several threads and stored in order, what
/// does not is told to the file as silence.
struct SamplePump {
  let recording: Recording
  /// Threads that make samples at once.
  let threads: Int

  /// Frames of silence stored between two looks at `progress`.
  private static let pause: Int64 = 48_000

  /// Sends all frames to the sink; `progress` is told the session frame after each part, and false
  /// stops the work.
  ///
  /// - Parameter hearing: Given every frame of the session once, in order, on this thread.
  /// - Returns: The largest sample of both channels, 1 being full scale.
  func run(
    _ source: SoundSource, into sink: any SampleSink, hearing: ((HeardPart) -> Void)?,
    progress: (Int64) -> Bool
  ) throws(RecordingError) -> Float {
    let rate = recording.encoding.rate
    if rate == 48_000 {
      return try run(source, into: sink, resampler: nil, threads: threads, hearing, progress)
    } else if let hearing {
      // The converter reads frames more than once when parts are made apart: who listens along hears
      // one thread read them in order.
      return try withoutActuallyEscaping(hearing) { hearing in
        nonisolated(unsafe) let listener = Listener(hearing)
        let heard = SoundSource(sounding: source.sounding) {
          let read = source.reader()
          return { frame, out, frames in
            read(frame, out, frames)
            listener.hear(frame, out, frames)
          }
        }
        return Result { () throws(RecordingError) in
          let resampler = Resampler(from: 48_000, to: rate)
          let peak = try run(heard, into: sink, resampler: resampler, threads: 1, nil, progress)
          listener.end(at: recording.timeline.frames.count)
          return peak
        }
      }.get()
    } else {
      let resampler = Resampler(from: 48_000, to: rate)
      return try run(source, into: sink, resampler: resampler, threads: threads, nil, progress)
    }
  }

  private func run(
    _ source: SoundSource, into sink: any SampleSink, resampler: Resampler?, threads: Int,
    _ hearing: ((HeardPart) -> Void)?, _ progress: (Int64) -> Bool
  ) throws(RecordingError) -> Float {
    let rate = Int64(recording.encoding.rate)
    let length = recording.timeline.frames.at(rate: recording.encoding.rate)
    let reach = resampler.map { Int64($0.taps) } ?? 0
    let parts = Self.parts(of: source.spans(rate: Int(rate), length: length, reach: reach))
    let shaping = SampleShaping(
      gain: recording.gain, mono: recording.encoding.mono, form: sink.form)
    let slot = Slot(shaping)
    let frames = recording.timeline.frames.count
    var frame: Int64 = 0
    var peak: Float = 0

    func rest(until end: Int64) throws(RecordingError) {
      while frame < end {
        let count = min(Self.pause, end - frame)
        hearing?(.silence(frames: count))
        try sink.writeSilence(frames: count, at: frame)
        frame += count
        if !progress(frame * 48_000 / rate) { throw .stopped }
      }
    }
    try Lanes(threads: threads, slotBytes: slot.bytes).run(parts.count) {
      let maker = PartMaker(source, frames: frames, resampler: resampler)
      return { index, memory in
        let part = parts[index]
        maker.make(part, into: slot.mix(memory))
        let peak = Self.peak(slot.mix(memory), part.count * 2)
        slot.setPeak(peak, memory)
        if peak > 0 {
          shaping.shape(
            slot.mix(memory), frames: part.count, at: part.lowerBound, by: slot.scratch(memory),
            into: slot.samples(memory))
        }
      }
    } take: { (index, memory) throws(RecordingError) in
      let part = parts[index]
      try rest(until: part.lowerBound)
      let highest = slot.peak(memory)
      if highest == 0 {
        try rest(until: part.upperBound)
        return
      }
      peak = max(peak, highest)
      hearing?(.sound(slot.mix(memory), frames: part.count))
      try sink.write(UnsafeRawPointer(slot.samples(memory)), frames: part.count, at: frame)
      frame = part.upperBound
      if !progress(frame * 48_000 / rate) { throw .stopped }
    }
    try rest(until: length)
    return peak
  }

  /// The largest magnitude of some samples. Without their signs floats are ordered as whole numbers,
  /// of which a processor compares many at once; what is not a number counts as large.
  private static func peak(_ samples: UnsafePointer<Float>, _ count: Int) -> Float {
    var largest: UInt32 = 0
    for index in 0..<count { largest = max(largest, samples[index].bitPattern & 0x7fff_ffff) }
    return Float(bitPattern: min(largest, Float.greatestFiniteMagnitude.bitPattern))
  }

  /// Spans cut into parts of at most `PartMaker.most` frames.
  private static func parts(of spans: [Range<Int64>]) -> [Range<Int64>] {
    spans.flatMap { span in
      stride(from: span.lowerBound, to: span.upperBound, by: PartMaker.most).map { start in
        start..<min(span.upperBound, start + Int64(PartMaker.most))
      }
    }
  }
}

/// What a slot holds: the mix, room for another channel count, the file's samples, and the
/// largest of the mix.
private struct Slot: Sendable {
  private let mixBytes = PartMaker.most * 2 * MemoryLayout<Float>.stride
  private let scratchBytes = PartMaker.most * MemoryLayout<Float>.stride
  private let sampleBytes: Int

  init(_ shaping: SampleShaping) { sampleBytes = PartMaker.most * shaping.frameBytes }

  var bytes: Int { mixBytes + scratchBytes + sampleBytes + 64 }

  func mix(_ memory: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Float> {
    memory.bindMemory(to: Float.self, capacity: PartMaker.most * 2)
  }

  func scratch(_ memory: UnsafeMutableRawPointer) -> UnsafeMutablePointer<Float> {
    (memory + mixBytes).bindMemory(to: Float.self, capacity: PartMaker.most)
  }

  func samples(_ memory: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    memory + mixBytes + scratchBytes
  }

  func setPeak(_ peak: Float, _ memory: UnsafeMutableRawPointer) {
    (memory + mixBytes + scratchBytes + sampleBytes).storeBytes(of: peak, as: Float.self)
  }

  func peak(_ memory: UnsafeMutableRawPointer) -> Float {
    (memory + mixBytes + scratchBytes + sampleBytes).loadUnaligned(as: Float.self)
  }
}

/// Hears what a converter reads, each frame once: what it reads again is left out, what it leaves out
/// is silence.
private final class Listener {
  private let hearing: (HeardPart) -> Void
  private var heard: Int64 = 0

  init(_ hearing: @escaping (HeardPart) -> Void) { self.hearing = hearing }

  func hear(_ frame: Int64, _ samples: UnsafePointer<Float>, _ frames: Int) {
    let end = frame + Int64(frames)
    guard end > heard else { return }
    if frame > heard {
      hearing(.silence(frames: frame - heard))
      heard = frame
    }
    hearing(.sound(samples + 2 * Int(heard - frame), frames: Int(end - heard)))
    heard = end
  }

  func end(at frame: Int64) {
    if frame > heard { hearing(.silence(frames: frame - heard)) }
  }
}
