import KindlyLanguage

extension Unfolding {
  /// The words of a wish for the scope's recipients; nil after a problem was noted.
  ///
  /// - Parameter origin: Where problems are reported; `scope.file` says in which file.
  mutating func wish(_ wish: Wish, at origin: Origin, in scope: inout Scope) -> String? {
    let hasTable = Addressee.redirects(language: scope.language)
    if case .line = wish, scope.isForEach, !hasTable {
      note(.wishWithoutTable(language: scope.language), at: origin)
      return nil
    }
    do {
      let pieces = try wish.words(
        for: scope.addressee, mention: &scope.mention, language: scope.language)
      return text(of: pieces, at: origin, in: scope)
    } catch {
      note(.wish(error), at: origin)
      return nil
    }
  }

  /// The practice's title as its first line would say it.
  mutating func title(in scope: Scope) -> String {
    let header = manuscript.files[0].script.header
    if let words = header.titleWords,
      let title = text(of: words.value, at: scope.origin(words.span), in: scope)
    {
      return title
    }
    return header.title?.value ?? ""
  }

  /// Pieces with their values said; nil after a problem was noted.
  mutating func text(of pieces: [Piece], at origin: Origin, in scope: Scope) -> String? {
    if pieces.count == 1, case .text(let text)? = pieces.first, text.first?.isUppercase == true {
      return text
    }
    for case .value(let value) in pieces { plan.words.insert(value.value.name) }
    var unset: [Located<String>] = []
    do {
      let text = try values(in: scope).utterance(pieces, unset: &unset)
      for name in unset { note(.unsetValue(name: name.value), at: scope.origin(name.span)) }
      let length = text.unicodeScalars.count
      guard length <= Limit.utteranceCharacters else {
        note(.valueTooLong(characters: length, limit: Limit.utteranceCharacters), at: origin)
        return nil
      }
      return text
    } catch {
      note(.value(error.value), at: scope.origin(error.span))
      return nil
    }
  }

  private func values(in scope: Scope) -> Values {
    var own = order.listener.values.merging(order.values) { _, asked in asked }
    if let round = scope.round { own["round"] = String(round) }
    return Values(
      addressee: scope.addressee, listener: order.values["listener"] ?? order.listener.name,
      own: own,
      language: scope.language)
  }
}
