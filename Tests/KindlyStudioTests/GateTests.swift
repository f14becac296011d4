import Testing

@testable import KindlyStudio

/// Who is let in.
@Suite struct GateTests {
  private let gate = Gate(
    host: "127.0.0.1:4000", token: "token", secret: "secret", once: Gate.OneTimeWord())

  private func asked(
    _ path: String, reads: Bool = true, socket: Bool = false, host: [String] = ["127.0.0.1:4000"],
    origin: [String] = [], site: String? = nil, cookie: [String] = ["kindly-4000=secret"]
  ) -> Gate.Asked {
    Gate.Asked(
      path: path, isReading: reads, opensSocket: socket, hosts: host, origins: origin, site: site,
      cookies: cookie)
  }

  private func isRefused(_ asked: Gate.Asked) -> Bool {
    if case .refused = gate.answer(asked) { true } else { false }
  }

  private let own = ["http://127.0.0.1:4000"]

  @Test func theCookieOpensEveryPath() {
    #expect(gate.answer(asked("/")) == .admitted)
    #expect(gate.answer(asked("/save", reads: false, origin: own)) == .admitted)
    #expect(gate.answer(asked("/live", socket: true, origin: own)) == .admitted)
    #expect(gate.answer(asked("/", cookie: ["a=b; kindly-4000=secret"])) == .admitted)
  }

  @Test func withoutItEveryPathIsClosed() {
    #expect(isRefused(asked("/", cookie: [])))
    #expect(isRefused(asked("/", cookie: ["kindly-4000=secreT"])))
    #expect(isRefused(asked("/", cookie: ["kindly-4001=secret"])))
    #expect(isRefused(asked("/", cookie: ["kindly-4000=secret2"])))
  }

  @Test func anotherHostOriginOrSiteIsRefused() {
    #expect(isRefused(asked("/", host: ["localhost:4000"])))
    #expect(isRefused(asked("/", host: [])))
    #expect(isRefused(asked("/", host: ["127.0.0.1:4000", "127.0.0.1:4000"])))
    #expect(isRefused(asked("/", origin: ["http://127.0.0.1:4001"])))
    #expect(isRefused(asked("/", origin: ["null"])))
    #expect(isRefused(asked("/", origin: own + own)))
    #expect(isRefused(asked("/", site: "cross-site")))
    #expect(isRefused(asked("/", site: "same-site")))
    #expect(isRefused(asked("/save", reads: false)))
    #expect(isRefused(asked("/live", socket: true)))
  }

  @Test func theAddressOpensAndTheOneForACommandLineOnce() {
    #expect(gate.answer(asked("/open/token", cookie: [])) == .welcome)
    #expect(isRefused(asked("/open/tokem", cookie: [])))
    #expect(isRefused(asked("/open/", cookie: [])))
    let once = "/open/" + gate.once.word
    #expect(gate.answer(asked(once, cookie: [])) == .welcome)
    #expect(isRefused(asked(once, cookie: [])))
    #expect(gate.answer(asked("/open/token", cookie: [])) == .welcome)
  }

  @Test func everyWordIsAnother() {
    let words = Set((0..<100).map { _ in Gate.randomWord() })
    #expect(words.count == 100)
    #expect(words.allSatisfy { $0.utf8.count == 32 })
  }
}
