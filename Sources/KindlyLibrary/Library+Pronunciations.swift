public import KindlyLanguage

extension Library {
  /// The listener's own words: `own.pronunciations` in the library folder; nil if there is no such file.
  /// - Throws: `TextFileProblem` if it is there and can't be read.
  public func ownPronunciations() throws(TextFileProblem) -> Source? {
    guard let path = folders?.ownPronunciations else { return nil }
    do {
      return Source(path: path, bytes: try TextFile.read(path))
    } catch .missing {
      return nil
    } catch {
      throw error
    }
  }

  /// The lists of words, the one that counts first: the listener's own, then those of the library by
  /// name.
  public func pronunciations() -> [Source] {
    var sources: [Source] = []
    if let own = try? ownPronunciations() { sources.append(own) }
    for name in names(of: .pronunciations) {
      if let text = try? text(.pronunciations, named: name) { sources.append(text.source) }
    }
    return sources
  }

  /// What lists say of a language (a BCP 47 tag), in their order. Lines that can't be read are left out;
  /// `check` and `doctor` tell them.
  public static func respellings(in lists: [Source], for tag: String) -> [[Respelling]] {
    lists.map { read(pronunciations: $0).tree.respellings(for: tag) }.filter { !$0.isEmpty }
  }
}

extension Folders {
  /// Where the listener's own words are.
  public var ownPronunciations: String { data + "/own.pronunciations" }
}
