/// The language of a BCP 47 tag without script or region, in small letters: `en` of `en-GB`.
public func primaryLanguage(_ tag: String) -> Substring {
  tag.lowercased().prefix { $0 != "-" && $0 != "_" }
}
