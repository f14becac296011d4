public import KindlyAuthoring
public import KindlyBase
public import KindlyLanguage

/// The server's side of the Language Server Protocol 3.17: takes messages, gives messages.
///
/// Reads and writes nothing itself and waits for nothing. Composing takes time, so whoever runs the
/// server does it beside (`nextToCompose`) and hands back what came of it (`composed`).
public struct LanguageServer {
  /// Every text that is open, by the editor's name of it.
  var texts: [String: OpenText] = [:]
  let services: EditorServices
  /// The version that the program tells.
  let version: String
  private var state = State.new

  /// Set when the editor said farewell: the program's exit status.
  public private(set) var end: Int32?

  private enum State { case new, running, ending }

  /// A server that no editor has spoken to yet.
  public init(services: EditorServices, version: String) {
    self.services = services
    self.version = version
  }

  /// Takes a message of the editor.
  /// - Returns: what is to be sent to the editor, in order.
  public mutating func receive(_ message: JSON) -> [JSON] {
    guard let method = message["method"]?.words else {
      // An answer to a request of the server's; there are none.
      return message["id"] == nil ? [Self.refusal(nil, .invalidRequest, "No method.")] : []
    }
    let parameters = message["params"] ?? .null
    guard let id = message["id"] else { return notice(method, parameters) }
    switch (state, method) {
    case (.new, "initialize"):
      state = .running
      return [Self.answer(id, capabilities)]
    case (.new, _): return [Self.refusal(id, .notInitialized, "Send initialize first.")]
    case (.running, "shutdown"):
      state = .ending
      return [Self.answer(id, .null)]
    case (.running, "initialize"), (.ending, _):
      return [Self.refusal(id, .invalidRequest, "This can't be asked now.")]
    case (.running, _):
      return [answer(to: method, parameters, id)]
    }
  }

  /// What is sent for a message that can't be read.
  public static var unreadable: JSON { refusal(nil, .parseError, "This is no JSON.") }

  private mutating func notice(_ method: String, _ parameters: JSON) -> [JSON] {
    if method == "exit" {
      end = state == .ending ? 0 : 1
      return []
    }
    guard state == .running else { return [] }
    let document = parameters["textDocument"]
    guard let address = document?["uri"]?.words else { return [] }
    switch method {
    case "textDocument/didOpen":
      guard let words = document?["text"]?.words else { return [] }
      let text = OpenText(
        address: address, version: document?["version"]?.whole ?? 0, words: words)
      texts[address] = text
      return [problems(of: text)]
    case "textDocument/didChange":
      guard texts[address]?.change(parameters["contentChanges"]?.values ?? []) == true else {
        return []
      }
      texts[address]?.version = document?["version"]?.whole ?? 0
      return texts[address].map { [problems(of: $0)] } ?? []
    case "textDocument/didSave":
      // Another file that includes this one may be heard differently now.
      for other in texts.keys { texts[other]?.isStale = true }
      return []
    case "textDocument/didClose":
      texts[address] = nil
      return [Self.problems(address, nil, .array([]))]
    default: return []
    }
  }

  // MARK: - Composing

  /// A text that is to be composed: a practice without errors that changed.
  public var nextToCompose: OpenText? {
    texts.values.first { $0.isStale && $0.text.kind == .practice && !$0.text.hasErrors }
  }

  /// Takes what came of composing a text; what is about an older version is dropped.
  /// - Parameters:
  ///   - diagnostics: everything that was found, with what the text alone shows.
  ///   - heard: when it is heard; nil if it can't be.
  /// - Returns: what is to be sent to the editor.
  public mutating func composed(
    _ text: OpenText, _ diagnostics: [Diagnostic], heard: HeardText?
  ) -> [JSON] {
    guard var open = texts[text.address], open.version == text.version else { return [] }
    let known = Set(open.text.diagnostics)
    open.composing = diagnostics.filter { !known.contains($0) }
    if let heard { open.heard = heard }
    open.isStale = false
    texts[text.address] = open
    return [problems(of: open)]
  }

  private func problems(of text: OpenText) -> JSON {
    Self.problems(text.address, text.version, text.problems)
  }

  private static func problems(_ address: String, _ version: Int?, _ problems: JSON) -> JSON {
    var members: [(String, JSON)] = [("uri", .string(address))]
    if let version { members.append(("version", .int(Int64(version)))) }
    members.append(("diagnostics", problems))
    return .object([
      ("jsonrpc", .string("2.0")), ("method", .string("textDocument/publishDiagnostics")),
      ("params", .object(members)),
    ])
  }

  // MARK: - Answers

  /// The protocol's numbers of why something can't be answered.
  enum Refusal: Int64 {
    case parseError = -32_700
    case invalidRequest = -32_600
    case unknownMethod = -32_601
    case invalidParameters = -32_602
    case notInitialized = -32_002
    case failed = -32_803
  }

  static func answer(_ id: JSON, _ result: JSON) -> JSON {
    .object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)])
  }

  static func refusal(_ id: JSON?, _ code: Refusal, _ words: String) -> JSON {
    .object([
      ("jsonrpc", .string("2.0")), ("id", id ?? .null),
      (
        "error", .object([("code", .int(code.rawValue)), ("message", .string(words))])
      ),
    ])
  }
}
