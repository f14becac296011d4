import KindlySound
import KindlyTimeline

/// Session frames at 48 kHz on their way to a file: gain, another rate, one channel.
struct SamplePump {
  let recording: Recording

  /// Sends all frames to the sink; `progress` is told the session frame after each block, and false
  /// stops the work.
  func run(
    _ source: BlockSource, into sink: any SampleSink, progress: (Int64) -> Bool
  ) throws(RecordingError) {
    if recording.encoding.rate == 48_000 {
      try pour(source, into: sink, progress: progress)
    } else {
      try pourConverted(source, into: sink, progress: progress)
    }
  }

  private func pour(
    _ source: BlockSource, into sink: any SampleSink, progress: (Int64) -> Bool
  ) throws(RecordingError) {
    let samples = UnsafeMutablePointer<Float>.allocate(capacity: Recording.block * 2)
    defer { samples.deallocate() }
    let length = recording.timeline.frames.count
    var frame: Int64 = 0
    while frame < length {
      let count = Int(min(Int64(Recording.block), length - frame))
      source(samples, count)
      try store(samples, count, at: frame, in: sink, gain: recording.gain)
      frame += Int64(count)
      if !progress(frame) { throw .stopped }
    }
  }

  private func pourConverted(
    _ source: BlockSource, into sink: any SampleSink, progress: (Int64) -> Bool
  ) throws(RecordingError) {
    let samples = UnsafeMutablePointer<Float>.allocate(capacity: Recording.block * 2)
    defer { samples.deallocate() }
    let resampler = Resampler(from: 48_000, to: recording.encoding.rate)
    var stream = ResamplingStream(resampler, channels: 2, maximum: Recording.block)
    let length = recording.timeline.frames.at(rate: recording.encoding.rate)
    var frame: Int64 = 0
    while frame < length {
      let count = Int(min(Int64(Recording.block), length - frame))
      fill(source, stream.room, stream.sourceFrames(for: count), from: stream.nextSource)
      stream.produce(count, into: samples)
      try store(samples, count, at: frame, in: sink, gain: recording.gain)
      frame += Int64(count)
      if !progress(frame * 48_000 / Int64(recording.encoding.rate)) { throw .stopped }
    }
  }

  /// Session frames from `start` on, silence before the first and after the last.
  private func fill(
    _ source: BlockSource, _ room: UnsafeMutablePointer<Float>, _ frames: Int, from start: Int64
  ) {
    let before = Int(min(Int64(frames), max(0, -start)))
    let rest = max(0, recording.timeline.frames.count - max(0, start))
    let inside = Int(min(Int64(frames - before), rest))
    room.update(repeating: 0, count: before * 2)
    if inside > 0 { source(room + before * 2, inside) }
    (room + (before + inside) * 2).update(repeating: 0, count: (frames - before - inside) * 2)
  }

  private func store(
    _ samples: UnsafeMutablePointer<Float>, _ frames: Int, at frame: Int64, in sink: any SampleSink,
    gain: Float
  ) throws(RecordingError) {
    if isSilent(samples, frames * 2) {
      try sink.writeSilence(frames: frames, at: frame)
      return
    }
    if recording.encoding.mono {
      for index in 0..<frames {
        samples[index] = (samples[2 * index] * gain + samples[2 * index + 1] * gain) / 2
      }
    } else if gain != 1 {
      for index in 0..<frames * 2 { samples[index] *= gain }
    }
    try sink.write(samples, frames: frames, at: frame)
  }
}
