import KindlyLibrary
import KindlyLanguage
public import KindlyRecording
import KindlyRender
public import KindlyBase
import KindlyTimeline

extension Performance {
  /// What players show about a file of it: title, author, language, and the practice's name.
  public var tags: Tags {
    let header = manuscript.reading.tree.header
    var language = header.language?.value
    for event in timeline.events where language == nil {
      if case .speech(let speech) = event.kind { language = speech.utterance.language }
    }
    var voice: String?
    for event in timeline.events where voice == nil {
      if case .speech(let speech) = event.kind { voice = speech.utterance.voice }
    }
    return Tags(
      title: timeline.title.isEmpty ? manuscript.title : timeline.title,
      author: header.author?.value, language: language,
      comment: manuscript.name, performer: voice, summary: header.summary?.value)
  }

  /// What its author wants to be known before it is heard; nil for nothing.
  public var care: String? { manuscript.reading.tree.header.care?.value }

  /// Writes it as a sound file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: the file; its ending chooses the format: `.wav`, `.flac`, `.opus`, `.ogg`, `.mp3`.
  ///   - replacing: whether a file that is there may be replaced.
  /// - Returns: how many frames it has, and how many bytes.
  /// - Throws: `RecordingError`, which says what to do.
  @discardableResult
  public func write(
    to path: String, replacing: Bool = false
  ) throws(RecordingError) -> Recording.Summary {
    let recording = Recording(
      timeline: timeline, encoding: Encoding(format: try FileFormat(path: path)), tags: tags)
    return try recording.write(to: path, replacing: replacing, from: SoundSource(score))
  }

  /// Its samples: interleaved stereo at 48 kHz, two for each frame of the range.
  ///
  /// Takes 384 kB for each second; a program that plays asks a `Renderer` of the `score` for a block
  /// at a time instead.
  public func samples(in range: Range<Frames>) -> [Float] {
    let range = range.clamped(to: .zero..<timeline.frames)
    let frames = Int((range.upperBound - range.lowerBound).count)
    var renderer = Renderer(score)
    renderer.seek(to: range.lowerBound.count)
    return [Float](unsafeUninitializedCapacity: 2 * frames) { memory, count in
      count = memory.baseAddress.map { 2 * renderer.renderHeld(into: $0, frames: frames) } ?? 0
    }
  }
}
