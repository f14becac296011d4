import KindlyClients
import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
import KindlyRecording
import KindlyRender
import KindlySound
import Kindly
import KindlyTimeline

/// One session to be written: a practice, an order, a file and what goes beside it.
struct RenderTask: Sendable {
  /// The practice by name or path.
  var practice: String
  /// Practices that follow it in the same file.
  var others: [String] = []
  /// A sit without words, instead of a practice.
  var sit: Sit?
  /// Length, voice and so on.
  var order: Order
  /// The person of a table it is for; nil for the listener.
  var client: Client?
  /// Why it can't be rendered, where that is known already.
  var problem: Failure?
  /// The sound file's name; `-` is standard output.
  var output: String
  /// How it is stored.
  var encoding: Encoding
  /// How loud it is made.
  var level: Performance.Level
  /// Words beside it.
  var captions: [CaptionFormat]
  /// Whether voice, bells and breath get files of their own.
  var stems: Bool
  /// What players show beside what the practice says.
  var tags: ExtraTags
  /// Whether it becomes a page with the sound inside.
  var isPage: Bool
  /// Whether files that are there may be replaced.
  var force: Bool
  /// Whether a file that was written from the same session before is left alone.
  var remembers = false
  /// Whether somebody is told how loud it came to.
  var isReported = true

  /// What became of it.
  enum Outcome: Sendable {
    /// The file is there and right; what was remembered of it.
    case upToDate(RenderMemory.Facts?)
    /// The file was written.
    case written(RenderSummary)
  }

  /// Renders it. Throws `Failure`; ends quietly when somebody asked to stop.
  func run(in context: CommandContext, progress: RenderProgress) throws(Failure) -> Outcome {
    if let problem { throw problem }
    var named: [NamedPractice] = []
    if let sit {
      named.append(NamedPractice(manuscript: context.composer.manuscript(of: sit)))
    } else {
      for name in [practice] + others { named.append(try context.named(name)) }
    }
    let composition = try context.joined(named, order: order, as: client) { done, all in
      progress.speaking(done, of: all)
    }.composition
    let memory =
      remembers
      ? RenderMemory(
        of: self, timeline: composition.timeline, fingerprint: composition.fingerprint,
        listener: try context.listener(of: self))
      : nil
    if let memory, !force {
      if memory.isUpToDate { return .upToDate(memory.facts) }
      try memory.expectSameListener()
    }
    let performance = try Performance(composition, level: level)
    let replaces = force || (memory?.knows ?? false)
    do {
      // What a stream was given can't be taken back, so nothing there waits for its end.
      guard output != "-", try WholeFile.isWrittenAside(output) else {
        return .written(try write(performance, replacing: replaces, progress: progress))
      }
      let summary = try Interruption.whileUnfinished { () throws(RecordingError) in
        let summary = try write(performance, replacing: replaces, progress: progress)
        if let memory { try memory.keep(summary) }
        return summary
      }
      return .written(summary)
    } catch {
      throw Failure(error)
    }
  }

  /// Names of all files it writes beside the sound, and the text or stem in each.
  /// A background has a stem only where there is one.
  func companions(
    of timeline: Timeline
  ) -> (captions: [(String, CaptionFormat)], stems: [(String, Stem)]) {
    let (stem, ending) = Self.split(output)
    let parts = Stem.allCases.filter { $0 != .background || !timeline.backgrounds.isEmpty }
    return (
      captions.map { ("\(stem).\($0.rawValue)", $0) },
      stems
        ? parts.map { ("\(stem).\($0.name)\(isPage ? ".\(soundEnding)" : ending)", $0) }
        : []
    )
  }

  private var soundEnding: String { encoding.format.endings[0] }

  private func write(
    _ performance: Performance, replacing: Bool, progress: RenderProgress
  ) throws(RecordingError) -> RenderSummary {
    let companions = companions(of: performance.timeline)
    let names = companions.captions.map(\.0) + companions.stems.map(\.0)
    for name in remembers ? [output] + names : names {
      try WholeFile.expect(made: name, replacing: replacing)
    }
    // In a batch nobody named the file itself either.
    let origin: NameOrigin = remembers ? .made : .given
    var tags = performance.tags
    self.tags.add(to: &tags)
    let recording = Recording(timeline: performance.timeline, encoding: encoding, tags: tags)
    let destination: Recording.Destination =
      output == "-"
      ? .open(1, name: "standard output")
      : .path(output, replacing: replacing, origin: origin)
    let loudness = isReported || encoding.format.tellsLoudness ? HeardLoudness() : nil
    var summary: Recording.Summary
    if isPage {
      let page = SessionPage(
        timeline: performance.timeline, tags: tags, care: performance.care, format: encoding.format)
      let (sound, bytes) = try page.write(
        to: output, replacing: replacing, origin: origin
      ) { (path) throws(RecordingError) in
        try write(
          recording, performance, only: nil, to: .path(path), progress: progress,
          hearing: loudness)
      }
      summary = sound
      summary.bytes = bytes
    } else {
      summary = try write(
        recording, performance, only: nil, to: destination, progress: progress, hearing: loudness)
    }
    for (name, stem) in companions.stems {
      progress.begin(visible(name))
      _ = try write(
        recording, performance, only: stem, to: .path(name, replacing: replacing, origin: .made),
        progress: progress)
    }
    for (name, format) in companions.captions {
      try WholeFile.write(
        format.text(for: performance.timeline, tags: recording.tags), to: name,
        replacing: replacing, origin: .made)
    }
    return RenderSummary(
      file: output, frames: summary.frames, bytes: summary.bytes,
      silence: performance.composition.summary.shareOfSilence,
      loudness: loudness?.integrated ?? -.infinity,
      level: level, bellsGain: performance.score.bellsGain,
      backgroundGain: performance.score.backgroundGain)
  }

  private func write(
    _ recording: Recording, _ performance: Performance, only stem: Stem?,
    to destination: Recording.Destination, progress: RenderProgress,
    hearing: HeardLoudness? = nil
  ) throws(RecordingError) -> Recording.Summary {
    let whole = recording.timeline.frames
    return try recording.write(
      to: destination,
      from: SoundSource(performance.score, only: stem),
      // Of many files several are written at once as it is.
      threads: remembers ? 1 : Recording.cores,
      hearing: hearing.map { meter in { meter.add($0) } }, loudness: { hearing?.integrated },
      progress: { frames in
        progress.writing(frames, of: whole)
        return Interruption.goesOn
      })
  }

  /// A file name without its ending, and the ending with its dot.
  private static func split(_ path: String) -> (String, String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return (path, "") }
    let ending = String(name[dot...])
    return (String(path.dropLast(ending.count)), ending)
  }
}

extension Stem {
  /// What its file is called.
  fileprivate var name: String {
    switch self {
    case .voice: "voice"
    case .bells: "bells"
    case .breath: "breath"
    case .background: "background"
    }
  }
}
