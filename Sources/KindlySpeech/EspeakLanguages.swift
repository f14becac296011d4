/// What espeak-ng speaks on this machine.
extension EspeakInstallation {
  /// espeak-ng's own name of the voice for a language; nil if it does not speak the language, or its
  /// data was not found.
  ///
  /// A tag's parts are left out from the end until a voice fits: `pt-BR` is Brazilian, `it-CH` is the
  /// voice of `it`. Reads the data folder at each call.
  /// - Parameter language: a BCP 47 tag such as `it`.
  public func voice(speaking language: String) -> String? {
    guard let data else { return nil }
    let names = EspeakNames(data: data)
    var parts = language.split(separator: "-")
    while !parts.isEmpty {
      if let file = names.file(of: parts.joined(separator: "-")) { return file.name }
      parts.removeLast()
    }
    return nil
  }

  /// Every language that espeak-ng has a voice for, as it writes the tags, once and sorted; empty
  /// where its data was not found.
  public var languages: [String] {
    guard let data else { return [] }
    return Set(EspeakNames(data: data).firstLanguages).sorted()
  }
}

extension Narrator {
  /// The espeak-ng that this narrator speaks with.
  public var installation: EspeakInstallation { espeak.installation }
}
