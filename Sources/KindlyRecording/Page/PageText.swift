import KindlyBase
import KindlyTimeline

/// What pages to take home have in common.
enum PageText {
  /// The head of a page, whose policy lets it show itself and ask for nothing: only this style and
  /// this script count, and sound and pictures that are inside it.
  static func head(
    title: String, language: String?, summary: String?, facts: [(String, String)], script: String?
  ) -> String {
    let policy =
      "default-src 'none'; media-src data:; img-src data:; style-src '\(hash(PageStyle.text))'; "
      + "script-src \(script.map { "'\(hash($0))'" } ?? "'none'"); base-uri 'none'; form-action 'none'"
    var out = "<!DOCTYPE html>\n<html lang=\"\(escaped(language ?? "en"))\">\n<head>\n"
    out += "<meta charset=\"utf-8\">\n"
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n"
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    out += "<meta name=\"referrer\" content=\"no-referrer\">\n"
    for (name, content) in facts + (summary.map { [("description", $0)] } ?? []) {
      out += "<meta name=\"\(name)\" content=\"\(escaped(content))\">\n"
    }
    return out + "<title>\(escaped(title))</title>\n<style>\(PageStyle.text)</style>\n</head>\n"
  }

  /// Text as HTML has it, in an element or an attribute. Controls, and marks that turn the direction
  /// of the text around them, are left out.
  static func escaped(_ text: String) -> String {
    XMLText.escaped(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069: false
            default: true
            }
          })))
  }

  /// The reverse for what `escaped` wrote.
  static func plain(_ text: some StringProtocol) -> String {
    var out = String(text)
    for (name, mark) in [("&quot;", "\""), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")] {
      out = out.split(separator: name, omittingEmptySubsequences: false).joined(separator: mark)
    }
    return out
  }

  /// A text as a content policy names it: SHA-256 in Base64.
  private static func hash(_ text: String) -> String {
    let digits = Array(SHA256.hex(Array(text.utf8)).utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16) ?? 0
    }
    return "sha256-" + Base64.text(bytes)
  }
}
