import KindlyCompiler
import KindlyLibrary
import KindlyLanguage
public import KindlySound
import Synchronization

/// A bell of the library: its file as read, and its sound, made when it is first needed.
public final class LibraryBell: Sendable {
  /// What the file says.
  public let sheet: Bell
  /// The name it has in the library.
  public let name: String
  /// The file itself.
  let source: Source
  private let made = Mutex<Made>(Made())

  private struct Made {
    var table: BellTable?
    var struck: [Double: StruckBell] = [:]
  }

  init(name: String, source: Source, sheet: Bell) {
    self.name = name
    self.source = source
    self.sheet = sheet
  }

  /// The bell's oscillations.
  public var table: BellTable {
    made.withLock { made in
      if let table = made.table { return table }
      var bell = sheet
      // A bell that is louder than this beside speech would startle.
      bell.loudness = min(bell.loudness, LoudnessScale.voice + LoudnessScale.mostAboveVoice)
      let table = BellTable(bell)
      made.table = table
      return table
    }
  }

  /// The bell struck so; the same object for equal strengths.
  public func struck(strength: Double) -> StruckBell {
    let table = table
    return made.withLock { made in
      if let struck = made.struck[strength] { return struck }
      let struck = StruckBell(table, strength: strength)
      made.struck[strength] = struck
      return struck
    }
  }

  /// What the compiler asks of a bell.
  var facts: BellFacts {
    BellFacts(
      name: name, wait: sheet.wait.count, apart: sheet.apart.count,
      fade: { self.struck(strength: $0).fadeFrames }, ring: { self.struck(strength: $0).frames })
  }
}

extension Composer {
  /// The bell of that name.
  /// - Throws: `LookupError` when there is none or its file has problems.
  public func bell(named name: String) throws(LookupError) -> LibraryBell {
    try LibrarySnapshot(of: self).bell(named: name)
  }

  /// The bell that an argument names: by name, or the path of a bell file.
  /// - Throws: `LookupError` when there is none or its file has problems.
  public func bell(at argument: String) throws(LookupError) -> LibraryBell {
    let text: LibraryText
    do { text = try library.text(.bell, at: argument) } catch { throw .absent(error) }
    return try LibrarySnapshot(of: self).bell(text)
  }
}
