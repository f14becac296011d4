public import KindlyBase
import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyRecording
public import KindlyRender
import KindlySound
import KindlyTimeline

/// A background of the library: its file as read, and its sound.
public struct LibraryBackground: Sendable {
  /// The name it has in the library.
  public let name: String
  /// The file itself.
  let source: Source
  /// What the file says.
  public let background: Background
  /// Below which folder what was made of it is kept; nil for nowhere.
  let cache: String?

  /// The background as a score takes it.
  var sound: BackgroundSound {
    let bed = BackgroundBed(background)
    let kept = BackgroundCache(of: source.bytes, in: cache)
    return BackgroundSound(
      chunks: BackgroundChunks(count: bed.chunks) { number in
        kept.chunk(number) { bed.heldChunk(number) }
      }, dip: background.dip, peak: bed.peak)
  }
}

extension Composer {
  /// The background of that name.
  /// - Throws: `LookupError` when there is none or its file has problems.
  public func background(named name: String) throws(LookupError) -> LibraryBackground {
    try LibrarySnapshot(of: self).background(named: name)
  }

  /// The background that an argument names: by name, or the path of a background file.
  /// - Throws: `LookupError` when there is none or its file has problems.
  public func background(at argument: String) throws(LookupError) -> LibraryBackground {
    let text: LibraryText
    do { text = try library.text(.background, at: argument) } catch { throw .absent(error) }
    return try LibrarySnapshot(of: self).background(text)
  }
}

extension BackgroundSpan {
  /// The sound of a sound file over this span; its name is a path by now. It is opened and listened
  /// into.
  /// - Throws: `LookupError` when it is not there, or can't be read.
  func soundOfFile() throws(LookupError) -> BackgroundSound {
    do throws(BackgroundFile.Trouble) {
      let file = try BackgroundFile(name)
      let chunk = BackgroundChunks.chunkFrames
      return BackgroundSound(
        chunks: BackgroundChunks(count: Int(frames.count) / chunk + 2) { number in
          file.heldChunk(number, frames: chunk)
        }, dip: Background(name: "").dip, peak: file.peak)
    } catch {
      throw .faulty("\(visible(name)) \(error.words).")
    }
  }
}

extension Composer {
  /// The sound that an argument names, for so many frames: a background by name or by its file, or a
  /// sound file by its path.
  /// - Throws: `LookupError` when there is none, or it can't be used.
  public func sound(
    at argument: String, frames: Frames
  ) throws(LookupError) -> (title: String, sound: BackgroundSound) {
    let span = BackgroundSpan(name: argument, start: .zero, frames: frames)
    if span.isFile, !argument.hasSuffix(Kind.background.ending) {
      return (argument, try span.soundOfFile())
    }
    let found = try background(at: argument)
    return (found.background.name, found.sound)
  }
}

extension LibrarySnapshot {
  /// What the compiler asks of a background: a name of the library, a sound file in a practice's folder,
  /// or one that the listener named by its whole path, which no practice can.
  func backgroundFacts(_ name: String, in folder: String?) -> Found<BackgroundFacts> {
    guard BackgroundSpan(name: name, start: .zero, frames: .zero).isFile else {
      return found(name) { () throws(LookupError) in
        BackgroundFacts(name: try background(named: name).name)
      }
    }
    if name.hasPrefix("/") { return .found(BackgroundFacts(name: name)) }
    do throws(TextFileProblem) {
      return .found(BackgroundFacts(name: try library.soundFile(name, by: folder)))
    } catch {
      guard case .missing = error else { return .unusable(error.sentence) }
      let near = nearest(to: name, in: library.soundFiles(by: folder))
      return .unknown(near: near.map { [$0] } ?? [])
    }
  }
}
