extension Profile {
  /// A profile's text with a preset: in place of one of the same name, else after the last preset, else
  /// at the end. All else stays as it is written.
  /// - Parameters:
  ///   - source: the profile as it is.
  ///   - preset: what is written.
  ///   - profile: what was read from `source`.
  public static func text(
    of source: Source, withPreset preset: Preset, insteadOf profile: Profile
  ) -> String {
    let line = "Preset: " + preset.text
    let lines = source.lines()
    let places = Places(of: source)
    let old = profile.presets.first { $0.value.name.lowercased() == preset.name.lowercased() }
    let at = (old ?? profile.presets.last).map { places.line(of: $0.span.lower) - 1 }
    var out = lines.map { source.text(at: $0.whole) }
    while out.last?.isEmpty == true { out.removeLast() }
    switch (at, old) {
    case (let at?, .some): out[at] = line
    case (let at?, nil): out.insert(line, at: at + 1)
    case (nil, _):
      // A blank line ends a group of wishes.
      if !out.isEmpty { out.append("") }
      out.append(line)
    }
    let whole = source.text(at: SourceSpan(0, source.bytes.count))
    let lineEnd = whole.contains("\r\n") ? "\r\n" : "\n"
    return source.text(at: SourceSpan(0, source.markLength)) + out.map { $0 + lineEnd }.joined()
  }
}
