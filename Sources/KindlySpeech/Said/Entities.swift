/// Signs as web pages write them.
enum Entities {
  /// What stands between `&` and `;`.
  static func meaning(of name: String) -> String? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map {
        String(Character($0))
      }
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    return named[name]
  }

  private static let named: [String: String] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "amp": "&", "lt": "<", "gt": ">",
    "quot": "\"",
    "apos": "'", "rsquo": "'", "lsquo": "'", "ldquo": "\"", "rdquo": "\"", "sbquo": "'",
    "bdquo": "\"",
    "laquo": "«", "raquo": "»", "hellip": "…", "ndash": "–", "mdash": "—", "shy": "", "middot": "·",
    "bull": "•", "deg": "°", "times": "×", "divide": "÷", "plusmn": "±", "frac12": "½",
    "frac14": "¼",
    "frac34": "¾", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "copy": "©",
    "reg": "®", "trade": "™", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
    "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë",
    "agrave": "à",
    "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç",
    "iacute": "í", "igrave": "ì", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó",
    "ograve": "ò", "ocirc": "ô", "otilde": "õ", "oslash": "ø", "uacute": "ú", "ugrave": "ù",
    "ucirc": "û", "yacute": "ý", "yuml": "ÿ", "oelig": "œ", "iexcl": "¡", "iquest": "¿",
    "Eacute": "É", "Egrave": "È", "Agrave": "À", "Ccedil": "Ç", "Ntilde": "Ñ",
  ]
}
