import KindlyCompiler
import KindlyLibrary
import KindlyLanguage

extension LibrarySnapshot {
  /// Answers the compiler's questions from the library, and from what a listener has written down.
  func resolver(for listener: Listener) -> ReferenceResolver {
    var resolver = ReferenceResolver()
    resolver.include = { name, path in
      self.found(name) { () throws(LookupError) in try self.chapter(name, in: path) }
    }
    resolver.phraseSet = { name, path in
      if let own = listener.ownWishes(named: name) {
        self.keep(
          LibraryText(
            name: name, kind: .phrases, origin: .user, source: own.source, folder: nil))
        return .found(own)
      }
      return self.found(name) { () throws(LookupError) in
        let source = try self.phraseSet(name, by: path).source
        return Wishes(source: source, set: try self.tree(of: read(phrases: source)))
      }
    }
    resolver.voice = { name in
      self.found(name) { () throws(LookupError) in try self.voice(named: name).facts }
    }
    resolver.voices = { language in
      let known = self.library.names(of: .voice).filter { name in
        (try? self.voice(named: name).facts.speaks(language)) == true
      }
      return known.isEmpty ? self.derivedNarrator(speaking: language).map { [$0] } ?? [] : known
    }
    resolver.bell = { name in
      self.found(name) { () throws(LookupError) in try self.bell(named: name).facts }
    }
    resolver.background = { name, path in
      self.backgroundFacts(name, in: self.folder(of: path))
    }
    resolver.recording = { name, folder, path in
      do throws(TextFileProblem) {
        return .found(
          try self.library.recording(name, in: folder, by: self.folder(of: path)))
      } catch {
        guard case .missing = error else { return .unusable(error.sentence) }
        let known = self.library.recordings(in: folder, by: self.folder(of: path))
        return .unknown(near: nearest(to: name, in: known).map { [$0] } ?? [])
      }
    }
    resolver.recordingOf = { words, folder, path in
      self.library.recording(of: words, in: folder, by: self.folder(of: path))
    }
    return resolver
  }

  /// A set that a file names may lie beside it; one that the listener names may be a path.
  private func phraseSet(_ name: String, by path: String?) throws(LookupError) -> LibraryText {
    let text: LibraryText
    do {
      text =
        if let path {
          try library.named(name, .phrases, by: folder(of: path))
        } else {
          try library.text(.phrases, at: name)
        }
    } catch {
      throw .absent(error)
    }
    keep(text)
    return text
  }

  private func chapter(_ name: String, in path: String) throws(LookupError) -> PracticeText {
    let text: LibraryText
    do {
      text = try library.named(name, .practice, by: folder(of: path))
    } catch {
      throw .absent(error)
    }
    keep(text)
    return PracticeText(source: text.source, script: try tree(of: read(practice: text.source)))
  }
}
