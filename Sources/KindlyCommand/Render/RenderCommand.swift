import ArgumentParser
import Glibc
import Kindly
import KindlyLibrary
import KindlyLanguage
import KindlyRecording
import KindlyTimeline

/// `kindly render`: practices as sound files.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Write practices as sound files.",
    discussion: """
      One practice goes to the file after -o, whose ending chooses the format: .wav, .flac, .opus, \
      .ogg, .mp3, or .m4a and .m4b with ffmpeg; .html is a page to take home with the sound inside, \
      and '-o -' streams WAV to standard output. Several practices, lengths or voices go \
      to --out-dir, and existing files that are still right are left alone; a course makes a file of \
      each day, and --for a folder for each person of a table.
      """)

  @Argument(
    help: ArgumentHelp("A practice by name, or a file.", valueName: "practice"),
    completion: .texts(.practice))
  var practices: [String] = []

  @Option(
    name: .shortAndLong, help: "The file; its ending chooses the format.", completion: .file())
  var output: String?

  @Option(
    help: "A folder for many files, named after practice, length and voice.",
    completion: .directory)
  var outDir: String?

  @Option(
    help: "The ending of the files in --out-dir.",
    completion: .list(FileFormat.allCases.flatMap(\.endings) + [FileEnding.page]))
  var format = FileEnding.usual

  @Flag(help: "Several practices one after another in the one file after -o.")
  var join = false

  @Option(help: "Lengths to render each practice in, such as 5m,10m,20m.")
  var lengths: TimeSpans?

  @Option(help: "Voices to render each practice with, such as calm,warm.")
  var voices: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "A table of people (CSV), one row each: id, name, length, voice …; a folder for each in "
        + "--out-dir.", valueName: "table"),
    completion: .file(extensions: ["csv"]))
  var people: String?

  @Flag(help: "With --for: ID-practice.opus instead of a folder for each person.")
  var flat = false

  @Flag(help: "List the files of --out-dir with their lengths, and write nothing.")
  var dryRun = false

  @Option(
    help: "Write a table (CSV) of the files in --out-dir: id, file, length, loudness, SHA-256.",
    completion: .file(extensions: ["csv"]))
  var report: String?

  @Option(help: "Files rendered at the same time; by default as many as there are cores.")
  var jobs: Jobs?

  @Option(help: "Render only part 3 of 16 (3/16), to split the work over machines.")
  var shard: Shard?

  @Option(
    name: .customLong("sit"),
    help: ArgumentHelp("A sit without words instead of a practice.", valueName: "length"))
  var sitLength: SitLength?

  @OptionGroup(title: "Options of a sit") var bells: SitOptions

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Print progress and results as one JSON object per line.")
  var json = false

  @Option(help: "The sound inside a page, which -o FILE.html writes: mp3 or opus.")
  var pageAudio = PageAudio.usual

  @OptionGroup var recording: RecordingOptions

  @OptionGroup var tags: TagOptions

  @OptionGroup var session: SessionOptions

  func validate() throws {
    if practices.isEmpty, sitLength == nil {
      throw ValidationError("Name at least one practice, or a sit with --sit 20m.")
    }
    if join, outDir != nil {
      throw ValidationError("--join makes one file: name it with -o instead of --out-dir.")
    }
    if outDir == nil {
      let options = [
        (people != nil, "--for"), (dryRun, "--dry-run"), (report != nil, "--report"),
      ]
      for (isGiven, option) in options where isGiven {
        throw ValidationError("\(option) goes with --out-dir FOLDER.")
      }
    }
    if flat, people == nil { throw ValidationError("--flat goes with --for TABLE.") }
    if let sitLength {
      guard practices.isEmpty, outDir == nil, session.length == nil else {
        throw ValidationError(
          "--sit 20m makes one file of bells and silence: leave practices, --out-dir and --length "
            + "out.")
      }
      guard sitLength.frames != nil else {
        throw ValidationError("A sound file has an end: give --sit a time, such as 20m.")
      }
    } else if bells.isGiven {
      throw ValidationError(
        "--every, --bells-at, --strikes, --warm-up, --cool-down and --tell go with --sit 20m.")
    }
  }

  func run() throws {
    Interruption.isNoted()
    if let outDir {
      guard output == nil else {
        throw Failure(
          .usage, "Give either -o, which names one file, or --out-dir, which names a folder.")
      }
      try RenderBatch(self, folder: outDir).run()
    } else {
      try renderOne()
    }
  }

  private func renderOne() throws(Failure) {
    guard practices.count == 1 || join || sitLength != nil, lengths == nil, voices == nil,
      shard == nil, let output
    else {
      throw Failure(
        .usage,
        "Name the file with -o, or a folder for several files with --out-dir; -o with --join makes "
          + "one file of several practices.")
    }
    let context = CommandContext(isPrivate: session.isPrivate)
    var task = try task(practices.first ?? "sit", output: output)
    if !session.values.isEmpty {
      var named: [NamedPractice] = []
      for name in practices { named.append(try context.named(name)) }
      try context.expectUse(of: session.order, in: named)
    }
    task.sit = sitLength.map(bells.sit)
    task.others = Array(practices.dropFirst())
    if task.output == "-" {
      try checkStream()
    } else if !task.force {
      task.force = try mayReplace(output)
    }
    let progress = RenderProgress(
      manner, name: task.output == "-" ? "standard output" : visible(output))
    defer { Interruption.obey() }
    let outcome: RenderTask.Outcome
    do {
      outcome = try task.run(in: context, progress: progress)
    } catch {
      progress.clear()
      Interruption.obey()
      progress.tell("failed", [("message", .string(error.text))])
      throw error
    }
    progress.clear()
    guard case .written(let summary) = outcome else { return }
    progress.tell("written", summary.members)
    if !quiet && !json { Printer.note(summary.line) }
  }

  /// One file to write, as the options say.
  func task(_ practice: String, output: String) throws(Failure) -> RenderTask {
    let isStream = output == "-" || output == "/dev/stdout"
    let isPage = output.lowercased().hasSuffix(".html")
    let encoding: Encoding
    do {
      encoding = try recording.encoding(
        isPage
          ? pageAudio.format
          : isStream || Self.isDevice(output) ? .wav : try FileFormat(path: output))
    } catch let error as RecordingError {
      throw Failure(error)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.usage, "I don't know the sound format of \(visible(output)).")
    }
    return RenderTask(
      practice: practice, order: session.order, output: isStream ? "-" : output,
      encoding: encoding, level: recording.loudness.level,
      captions: recording.captions?.formats ?? [],
      stems: recording.stems, tags: try tags.extra(), isPage: isPage, force: recording.force,
      isReported: json || !quiet)
  }

  /// A device or FIFO without an ending gets WAV.
  private static func isDevice(_ path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    let hasEnding = (path.split(separator: "/").last ?? "").contains(".")
    return !hasEnding && [S_IFCHR, S_IFIFO].contains(facts.st_mode & S_IFMT)
  }

  private func checkStream() throws(Failure) {
    if json {
      throw Failure(
        .usage, "--json can't go to standard output, where the sound goes: use -o with a file.")
    }
    if recording.stems || recording.captions != nil {
      throw Failure(.usage, "--captions and --stems need a file name: use -o with a file.")
    }
    if isatty(1) == 1 {
      throw Failure(
        .usage,
        "A terminal can't play sound: pipe it to a program, as in 'kindly render … -o - | aplay'.")
    }
  }

  /// Asks before a file is replaced, where somebody is there to answer.
  private func mayReplace(_ path: String) throws(Failure) -> Bool {
    do {
      guard try WholeFile.exists(at: path) else { return false }
    } catch {
      throw Failure(error)
    }
    guard isatty(0) == 1, isatty(2) == 1, !quiet, !json else {
      throw Failure(RecordingError.exists(path))
    }
    Printer.ask("\(path) already exists. Replace it? [y/N] ")
    let answer = (readLine() ?? "").lowercased()
    guard answer == "y" || answer == "yes" else { throw Failure(RecordingError.exists(path)) }
    return true
  }

  private var manner: RenderProgress.OutputMode {
    if quiet { return .silent }
    if json { return .json }
    return isatty(2) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb" ? .bar : .lines
  }
}
