import KindlyCompiler
import KindlyLanguage
import KindlyLibrary
import KindlyMessages
import KindlySpeech
import KindlyTimeline

/// Narrators of languages that have no voice file: the timbre and silences of the usual narrator as its
/// Spanish file has them, on espeak-ng's own voice of the language. Their names are the usual narrator's and
/// the language's tag.
extension Composer {
  /// The narrator's name for a language without a voice file, such as `calm-it`; nil if espeak-ng does
  /// not speak the language on this machine.
  public func derivedNarrator(speaking language: String) -> String? {
    LibrarySnapshot(of: self).derivedNarrator(speaking: language)
  }

  /// Languages that have no voice file and that espeak-ng speaks on this machine, sorted.
  public var derivedLanguages: [String] {
    let snapshot = LibrarySnapshot(of: self)
    let known = library.names(of: .voice).compactMap { try? snapshot.voice(named: $0).facts }
    return narrator.installation.languages.filter { language in
      !known.contains { $0.speaks(language) }
    }
  }

  /// Whether no voice file has this name, and one was derived for it.
  public func isDerived(_ name: String) -> Bool { LibrarySnapshot(of: self).isDerived(name) }

  /// The text of a voice file for a derived narrator, to be changed; nil as for the narrator itself.
  public func derivedText(named name: String) -> String? {
    guard isDerived(name), let voice = LibrarySnapshot(of: self).derivedVoice(named: name)?.voice,
      case .espeak(let espeak) = voice.engine,
      let model = try? library.text(.voice, named: LibrarySnapshot.model)
    else { return nil }
    let changed = [
      "Name": name, "Summary": voice.summary ?? "", "Language": voice.language,
      "Voice": espeak.voice,
    ]
    let lines = String(decoding: model.source.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !$0.hasPrefix("Pronounce:") }.map { line in
      let key = String(line.prefix { $0 != ":" })
      return changed[key].map { "\(key): \($0)" } ?? String(line)
    }.joined(separator: "\n")
  }
}

extension LibrarySnapshot {
  fileprivate static let usual = ReferenceResolver.Usual().voice
  private static let stem = usual + "-"
  /// Whose timbre it is: the usual one with formants that are nearly espeak-ng's own. Those of the usual
  /// narrator were found in English; in Italian a recogniser lost 31.5 % of the words with them, and 19.3 %
  /// with these (`Voices/README.md`).
  fileprivate static let model = stem + "es"

  func derivedNarrator(speaking language: String) -> String? {
    composer.narrator.installation.voice(speaking: language)
      .map { _ in Self.stem + language.lowercased() }
  }

  func isDerived(_ name: String) -> Bool {
    name.hasPrefix(Self.stem) && !library.names(of: .voice).contains(name)
  }

  /// The narrator of that name, derived; nil if the name has no language that espeak-ng speaks, or the
  /// model isn't one of espeak-ng's.
  func derivedVoice(named name: String) -> LibraryVoice? {
    guard name.hasPrefix(Self.stem) else { return nil }
    let language = String(name.dropFirst(Self.stem.count))
    guard let own = composer.narrator.installation.voice(speaking: language),
      let model = try? voice(named: Self.model),
      case .espeak(var espeak) = model.voice.engine
    else { return nil }
    var voice = model.voice
    voice.name = name
    voice.summary = "The timbre of \(Self.usual) on espeak-ng's voice for \(language)"
    voice.language = language
    espeak.voice = own
    voice.engine = .espeak(espeak)
    voice.pronunciations = []
    return LibraryVoice(name: name, voice: voice)
  }

  /// What is to be said of the derived narrators that speak in a timeline, a sentence each.
  func derivations(in timeline: Timeline) -> [Message] {
    let names = timeline.events.compactMap { event -> String? in
      guard case .speech(let speech) = event.kind else { return nil }
      return speech.utterance.voice
    }
    return Set(names).filter(isDerived).sorted().map { name in
      .derivedSpeaks(name, like: Self.usual)
    }
  }
}
