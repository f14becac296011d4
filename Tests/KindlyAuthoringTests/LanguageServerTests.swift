import KindlyAuthoring
import KindlyBase
import KindlyLanguage
import KindlyLanguageServer
import Testing

@Suite struct `The language server` {
  /// What a message, written as JSON, is answered with.
  private func send(_ message: String, to server: inout LanguageServer) -> [String] {
    guard let message = JSONReader.value(Array(message.utf8)[...]) else { return ["no JSON"] }
    return server.receive(message).map(\.line)
  }

  private func running() -> LanguageServer {
    var server = LanguageServer(services: EditorServices(), version: "1")
    _ = send(#"{"id":1,"method":"initialize","params":{}}"#, to: &server)
    return server
  }

  private func opened(_ text: String, kind: String = "practice") -> LanguageServer {
    var server = running()
    _ = send(
      JSON.object([
        ("method", .string("textDocument/didOpen")),
        (
          "params",
          .object([
            (
              "textDocument",
              .object([
                ("uri", .string("file:///a/b." + kind)), ("version", .int(1)),
                ("text", .string(text)),
              ])
            )
          ])
        ),
      ]).line, to: &server)
    return server
  }

  private func ask(_ method: String, _ more: String, _ server: inout LanguageServer) -> String {
    send(
      #"{"id":7,"method":"textDocument/\#(method)","params":{"textDocument":{"uri":"file:///a/b.practice"}\#(more)}}"#,
      to: &server
    ).first ?? ""
  }

  @Test func `it says what it can do, and farewell`() {
    var server = LanguageServer(services: EditorServices(), version: "1")
    let early = send(#"{"id":1,"method":"textDocument/hover","params":{}}"#, to: &server)
    #expect(early.first?.contains("-32002") == true)
    let told = send(#"{"id":"a","method":"initialize","params":{}}"#, to: &server)
    #expect(told.first?.contains(#""id": "a""#) == true)
    #expect(told.first?.contains(#""hoverProvider": true"#) == true)
    #expect(
      send(#"{"id":2,"method":"x/y"}"#, to: &server).first?.contains("-32601") == true)
    #expect(send(#"{"method":"x/y"}"#, to: &server) == [])
    _ = send(#"{"id":3,"method":"shutdown"}"#, to: &server)
    _ = send(#"{"method":"exit"}"#, to: &server)
    #expect(server.end == 0)
    var rude = running()
    _ = send(#"{"method":"exit"}"#, to: &rude)
    #expect(rude.end == 1)
  }

  @Test func `problems come with each keystroke, at their place`() {
    var server = opened("Sit down.\n")
    #expect(server.nextToCompose != nil)
    let change = #"""
      {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a/b.practice","version":2},
      "contentChanges":[{"range":{"start":{"line":0,"character":9},"end":{"line":0,"character":9}},"text":" [rest"},
      {"range":{"start":{"line":0,"character":15},"end":{"line":0,"character":15}},"text":"t]"}]}}
      """#
    let told = send(change, to: &server)
    #expect(told.count == 1)
    #expect(told.first?.contains(#""version": 2"#) == true)
    #expect(told.first?.contains(#""start": {"line": 0, "character": 11}"#) == true)
    #expect(server.nextToCompose == nil)
    let fixes = ask(
      "codeAction",
      #","range":{"start":{"line":0,"character":12},"end":{"line":0,"character":12}}"#, &server)
    #expect(fixes.contains("quickfix"))
    let closed = send(
      #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///a/b.practice"}}}"#,
      to: &server)
    #expect(closed.first?.hasSuffix(#""diagnostics": []}}"#) == true)
  }

  @Test func `what was composed of an older version is dropped`() throws {
    var server = opened("Sit down.\n")
    let text = try #require(server.nextToCompose)
    let warning = Diagnostic(
      path: "/a/b.practice", span: SourceSpan(0, 3), severity: .warning, code: "long", title: "t",
      message: "Long.", hint: "Cut it.")
    _ = send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a/b.practice","version":2},"contentChanges":[{"text":"Sit."}]}}"#,
      to: &server)
    #expect(server.composed(text, [warning], heard: nil).isEmpty)
    let newer = try #require(server.nextToCompose)
    let told = server.composed(newer, [warning], heard: nil)
    #expect(told.first?.line.contains(#""message": "Long. Cut it.""#) == true)
    #expect(server.nextToCompose == nil)
  }

  @Test func `it answers about a text`() {
    var server = opened("Title: One\n\n# A\n[bell]\n\nSit  {place}.\n[include x]\n")
    let at = { (line: Int, column: Int) in
      #","position":{"line":\#(line),"character":\#(column)}"#
    }
    #expect(ask("hover", at(3, 2), &server).contains("strikes of a bell"))
    #expect(ask("completion", at(3, 1), &server).contains(#""label": "rest""#))
    #expect(ask("documentSymbol", "", &server).contains(#""name": "A""#))
    #expect(ask("formatting", "", &server).contains(#""newText": "Sit {place}.\n""#))
    #expect(ask("prepareRename", at(5, 7), &server).contains(#""character": 6"#))
    #expect(
      ask("rename", at(5, 7) + #","newName":"spot""#, &server).contains(#""newText": "spot""#))
    #expect(ask("rename", at(5, 0) + #","newName":"spot""#, &server).contains("-32803"))
    #expect(ask("definition", at(6, 4), &server).contains(#""result": null"#))
    #expect(ask("codeLens", "", &server).contains("Play from here"))
    #expect(ask("hover", "", &server).contains(#""result": null"#))
    #expect(
      ask("hover", #","position":{"line":-5,"character":99999999}"#, &server).contains("result"))
  }

  @Test func `a definition names a file, with its path written as an address`() {
    var services = EditorServices()
    services.path = { reference, text in
      reference.name == "x" && text == "/a/b.practice" ? "/a/ü x.practice" : nil
    }
    var server = LanguageServer(services: services, version: "1")
    _ = send(#"{"id":1,"method":"initialize","params":{}}"#, to: &server)
    _ = send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a/b.practice","version":1,"text":"[include x]\n"}}}"#,
      to: &server)
    #expect(
      ask("definition", #","position":{"line":0,"character":4}"#, &server)
        .contains("file:///a/%C3%BC%20x.practice"))
  }

  @Test func `messages come in pieces and in heaps`() {
    let one = MessageStream.framed(.object([("a", .string("ü"))]))
    let bytes = Array((one + one).utf8)
    for cut in bytes.indices {
      var stream = MessageStream()
      let count = stream.take(bytes[..<cut]).count + stream.take(bytes[cut...]).count
      #expect(count == 2)
    }
  }

  @Test(arguments: [
    "Content-Length: 99999999999\r\n\r\n", "Content-Length: -1\r\n\r\n", "Hello: 1\r\n\r\n",
    String(repeating: "x", count: 9_000),
  ])
  func `a stream without readable lengths is broken, and said so`(text: String) {
    var stream = MessageStream()
    let arrivals = stream.take(text.utf8)
    guard case .broken? = arrivals.last else {
      Issue.record("\(arrivals)")
      return
    }
  }

  @Test func `nonsense is answered, never followed`() {
    var server = opened("Sit.")
    for message in [
      "{}", "[]", "1", #"{"id":1}"#, #"{"method":5}"#, #"{"method":"textDocument/didChange"}"#,
      #"{"id":2,"method":"textDocument/hover","params":[]}"#,
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":5}}}"#,
      #"{"id":3,"method":"workspace/executeCommand","params":{"command":"rm"}}"#,
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a/b.practice","version":2},"contentChanges":[{"range":{"start":{"line":9e9,"character":0},"end":5},"text":"x"}]}}"#,
    ] {
      for answer in send(message, to: &server) { #expect(answer.contains("jsonrpc")) }
    }
    #expect(ask("hover", #","position":{"line":0,"character":0}"#, &server).contains("result"))
  }
}
