/// What stands between `&` and `;` in HTML and XML.
///
/// The names are those of HTML 4.01, section 24, that texts for people use: all of Latin-1, the marks
/// of typography, spaces and joiners.
package enum CharacterReference {
  /// The five names that every XML document knows.
  package static let predefined: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  /// The character of `mdash`, `#8212` or `#x2014`; nil where there is none of that name or number.
  ///
  /// Numbers 128 to 159 are read as Windows-1252, as the HTML Living Standard, 13.2.5.80, has it.
  package static func scalar(named name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
    guard let value else { return nil }
    return UInt8(exactly: value).map(Windows1252.scalar) ?? Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "mdash": "—",
      "ndash": "–", "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
      "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "shy": "\u{AD}", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "bull": "•",
      "middot": "·", "euro": "€", "trade": "™", "prime": "′", "Prime": "″", "minus": "−",
      "times": "×", "OElig": "Œ", "oelig": "œ", "lrm": "\u{200E}", "rlm": "\u{200F}",
      "rarr": "→", "larr": "←", "Scaron": "Š", "scaron": "š",
    ]
    // Latin-1 from U+00A1, in order.
    let latin = """
      iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
      sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute \
      Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH \
      Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc \
      iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
      thorn yuml
      """
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt32(0xA1 + index))
    }
    return named
  }()
}
