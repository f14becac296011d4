import KindlyBase
import Synchronization

/// Decides who may ask anything of the studio: the one browser that was given the address.
///
/// The address holds a token; whoever opens it gets a cookie, and every other path asks for that
/// cookie. What another page, another host name or another program sends is refused. A value; any
/// thread.
struct Gate: Sendable {
  /// What the request says of itself, as far as it matters here.
  struct Asked: Sendable {
    /// The path without what follows `?`.
    var path: String
    /// Whether it only reads.
    var isReading: Bool
    /// Whether it opens a WebSocket.
    var opensSocket = false
    /// `Host`, each time it was sent.
    var hosts: [String]
    /// `Origin`, each time it was sent.
    var origins: [String] = []
    /// `Sec-Fetch-Site`, where a browser says it.
    var site: String?
    /// Every `Cookie` header.
    var cookies: [String] = []
  }

  /// What to do with it.
  enum Answer: Sendable, Equatable {
    /// It comes from our page.
    case admitted
    /// It has the token: give it the cookie.
    case welcome
    /// It is not for us; one sentence says why.
    case refused(String)
  }

  /// `127.0.0.1:PORT`, the one name the page is asked for by.
  let host: String
  /// What the address holds.
  let token: String
  /// What the cookie holds.
  let secret: String
  /// What the address holds that is handed to a browser's command line, where other users could see it.
  let once: OneTimeWord

  /// A word that opens once.
  final class OneTimeWord: Sendable {
    /// The word.
    let word = Gate.randomWord()
    private let isUsed = Atomic(false)

    /// Whether this is the word, for the first time.
    func takes(_ given: Substring) -> Bool {
      Gate.isSame(given, word) && !isUsed.exchange(true, ordering: .relaxed)
    }
  }

  /// The path of the address, before the token.
  static let door = "/open/"

  /// The address for the browser.
  var address: String { "http://\(host)\(Self.door)\(token)" }

  /// The address that opens once, for the command line of a browser.
  var addressForOnce: String { "http://\(host)\(Self.door)\(once.word)" }

  /// Two studios on one machine have cookies of their own.
  var cookieName: String { "kindly-\(host.split(separator: ":").last ?? "")" }

  /// The header that gives the cookie: for this page alone, and no script can read it.
  var cookie: String { "\(cookieName)=\(secret); Path=/; HttpOnly; SameSite=Strict" }

  /// Whether a request may go on.
  func answer(_ asked: Asked) -> Answer {
    guard asked.hosts == [host] else {
      return .refused("This page answers only at its own address.")
    }
    guard asked.origins.allSatisfy({ $0 == "http://\(host)" }), asked.origins.count <= 1 else {
      return .refused("Another page may not ask anything here.")
    }
    if asked.isReading, !asked.opensSocket, asked.path.hasPrefix(Self.door) {
      let given = asked.path.dropFirst(Self.door.count)
      return Self.isSame(given, token) || once.takes(given) ? .welcome : .refused(closed)
    }
    guard asked.site == nil || asked.site == "same-origin" || asked.site == "none" else {
      return .refused("Another page may not ask anything here.")
    }
    guard asked.cookies.contains(where: holdsSecret) else { return .refused(closed) }
    // A browser names the origin whenever something is changed or a socket opened.
    guard asked.isReading && !asked.opensSocket || asked.origins.count == 1 else {
      return .refused("Another program may not change anything here.")
    }
    return .admitted
  }

  private var closed: String { "Open the address that 'kindly studio' printed." }

  private func holdsSecret(_ header: String) -> Bool {
    header.split(separator: ";").contains { pair in
      let pair = pair.drop { $0 == " " }
      return pair.hasPrefix(cookieName + "=")
        && Self.isSame(pair.dropFirst(cookieName.count + 1), secret)
    }
  }

  /// Takes as long for a near miss as for any other text.
  private static func isSame(_ given: Substring, _ wanted: String) -> Bool {
    guard given.utf8.count == wanted.utf8.count else { return false }
    return zip(given.utf8, wanted.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// 128 bits from the system's generator, as 32 digits.
  static func randomWord() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
