import Glibc
import Kindly
import KindlyBase
import KindlyFiles
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
import KindlyTimeline
import Synchronization

/// The author's own voice: what can be recorded, and what was.
extension Document {
  /// Seconds of one recording at the most.
  static let longestRecording = 60

  /// The lines of the newest picture that can be recorded, each once, and the folder they go to.
  func recordings() -> JSON {
    let picture = picture(nil)
    var names: Set<String> = []
    let lines = (picture?.performance.timeline.events ?? []).enumerated().compactMap {
      index, event -> JSON? in
      // An included practice has a folder of its own.
      guard case .speech(let speech) = event.kind, event.file == nil else { return nil }
      let name = Library.recordingName(of: speech.utterance.text)
      guard !name.isEmpty, names.insert(name).inserted else { return nil }
      return .object([
        ("event", .int(Int64(index))), ("line", .int(Int64(event.line))),
        ("text", .string(speech.utterance.text)),
        ("recorded", .bool(speech.utterance.recording != nil)),
      ])
    }
    return .object([
      ("picture", picture.map { .int(Int64($0.number)) } ?? .null),
      ("folder", recordingFolder.map(JSON.string) ?? .null), ("lines", .array(lines)),
    ])
  }

  /// The folder of `Recordings:` as the text names it now.
  private var recordingFolder: String? {
    let (text, path) = state.withLock { ($0.text, $0.file.path) }
    return read(practice: Source(path: path, text: text)).tree.header.recordings?.value
  }

  /// Keeps what a microphone heard as the recording of a line's words, and has the picture made anew.
  /// - Parameters:
  ///   - event: the index of the words in that picture.
  ///   - heard: one channel, as 32-bit floating-point numbers, lowest byte first.
  ///   - rate: frames a second.
  func record(_ event: Int, in picture: SessionPicture, _ heard: [UInt8], rate: Int) -> Answer {
    let events = picture.performance.timeline.events
    guard events.indices.contains(event), case .speech(let speech) = events[event].kind,
      events[event].file == nil
    else { return .refused(400, "There are no words to record there.") }
    guard let folder = recordingFolder else {
      return .refused(409, "Name a folder first: write Recordings: my-voice into the header.")
    }
    guard heard.count <= Self.longestRecording * rate * MemoryLayout<Float>.stride else {
      return .refused(413, "A recording has at most \(Self.longestRecording) seconds.")
    }
    guard let take = MicrophoneTake(heard: Self.samples(heard), rate: rate) else {
      return .refused(
        422, "I heard no words. Check which microphone is chosen, and whether it is muted.")
    }
    let name = Library.recordingName(of: speech.utterance.text) + ".wav"
    do throws(RecordingError) {
      let place = try ownFolder(folder)
      try take.write(to: "\(place)/\(name)", replacing: true)
    } catch {
      return .refused(409, error.sentence)
    }
    compose()
    return .json(
      .object([
        ("name", .string(name)),
        ("seconds", .number(Double(take.samples.count) / Double(take.rate))),
      ]))
  }

  private static func samples(_ bytes: [UInt8]) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 3, by: 4).map { place in
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
    }
  }

  /// The folder beside the practice, made where it is missing. One that a link leads out of is refused:
  /// nothing in it would be played either.
  private func ownFolder(_ name: String) throws(RecordingError) -> String {
    let parent = Folder.parent(of: state.withLock { $0.file.path })
    let folder = "\(parent)/\(name)"
    do throws(FileProblem) {
      try Folder.make(folder, mode: 0o755)
    } catch {
      throw .refused(operation: .open, path: folder, code: error.code)
    }
    guard let real = realpath(folder, nil), let above = realpath(parent, nil) else {
      throw .noFolder(folder)
    }
    defer {
      free(real)
      free(above)
    }
    guard String(cString: real) == "\(String(cString: above))/\(name)" else {
      throw .isLink(folder)
    }
    return folder
  }

  /// What the narrator makes of a line's words, recorded or not: interleaved stereo at 48 kHz; nil where
  /// they can't be spoken.
  func narrated(_ event: Int, in picture: SessionPicture) -> [Float]? {
    let events = picture.performance.timeline.events
    guard events.indices.contains(event), case .speech(let speech) = events[event].kind else {
      return nil
    }
    return sounding.samples(
      saying: speech.utterance.text, voice: speech.utterance.voice,
      language: speech.utterance.language)
  }

  /// How words sound with the narrator of this practice: interleaved stereo at 48 kHz; nil where they
  /// can't be spoken.
  func spoken(_ words: String) -> [Float]? {
    for event in picture(nil)?.performance.timeline.events ?? [] {
      guard case .speech(let speech) = event.kind else { continue }
      return sounding.samples(
        saying: words, voice: speech.utterance.voice, language: speech.utterance.language)
    }
    return sounding.samples(saying: words, voice: nil, language: nil)
  }
}
