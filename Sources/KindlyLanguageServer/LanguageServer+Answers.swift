import KindlyAuthoring
import KindlyBase
import KindlyLanguage

extension LanguageServer {
  /// The answer to a request.
  func answer(to method: String, _ parameters: JSON, _ id: JSON) -> JSON {
    if method == "workspace/executeCommand" { return run(parameters, id) }
    guard let asks = Self.questions[method] else {
      return Self.refusal(id, .unknownMethod, "I don't know the method \(visible(method)).")
    }
    guard let text = texts[parameters["textDocument"]?["uri"]?.words ?? ""] else {
      return Self.refusal(id, .invalidParameters, "This text is not open.")
    }
    do throws(RenameProblem) {
      return Self.answer(id, try asks(self, text, parameters))
    } catch {
      return Self.refusal(id, .failed, error.sentence)
    }
  }

  private typealias Question =
    @Sendable (LanguageServer, OpenText, JSON) throws(RenameProblem) ->
    JSON

  /// What can be asked about an open text.
  private static let questions: [String: Question] = [
    "textDocument/completion": { $0.completions($1, $2) },
    "textDocument/hover": { $0.hover($1, $2) },
    "textDocument/documentSymbol": { server, text, _ in server.symbols(text) },
    "textDocument/definition": { $0.definition($1, $2) },
    "textDocument/formatting": { _, text, _ in
      text.text.formattingEdits.map(text.edits) ?? .null
    },
    "textDocument/prepareRename": { _, text, parameters in
      parameters["position"]?.offset(text.text.positions)
        .flatMap(text.text.renamable).map(text.range) ?? .null
    },
    "textDocument/rename": { (_, text, parameters) throws(RenameProblem) in
      guard let offset = parameters["position"]?.offset(text.text.positions),
        let name = parameters["newName"]?.words
      else { throw .nothingThere }
      return text.workspaceEdit(try text.text.renaming(at: offset, to: name))
    },
    "textDocument/codeAction": { $0.fixes($1, $2) },
    "textDocument/inlayHint": { $0.times($1, $2) },
    "textDocument/codeLens": { server, text, _ in server.lenses(text) },
  ]

  private func completions(_ text: OpenText, _ parameters: JSON) -> JSON {
    guard let offset = parameters["position"]?.offset(text.text.positions) else { return .null }
    let found = text.text.completions(at: offset, names: services.names())
    return .object([
      ("isIncomplete", .bool(false)),
      (
        "items",
        .array(
          found.enumerated().map { index, completion in
            let order = String(index)
            return .object([
              ("label", .string(completion.label)), ("kind", .int(completion.kind.number)),
              ("detail", .string(completion.meaning)),
              (
                "sortText",
                .string(String(repeating: "0", count: max(0, 4 - order.count)) + order)
              ),
              ("filterText", .string(completion.label)),
              (
                "textEdit",
                .object([
                  ("range", text.range(completion.edit.span)),
                  ("newText", .string(completion.edit.text)),
                ])
              ),
            ])
          })
      ),
    ])
  }

  private func hover(_ text: OpenText, _ parameters: JSON) -> JSON {
    guard let offset = parameters["position"]?.offset(text.text.positions),
      let hover = text.text.hover(at: offset, heard: text.heard)
    else { return .null }
    return .object([
      (
        "contents",
        .object([("kind", .string("markdown")), ("value", .string(hover.markdown))])
      ),
      ("range", text.range(hover.span)),
    ])
  }

  private func symbols(_ text: OpenText) -> JSON {
    .array(
      text.text.outline(heard: text.heard).map { entry in
        .object([
          ("name", .string(entry.name.isEmpty ? "(no name)" : entry.name)),
          ("detail", .string(entry.detail)), ("kind", .int(15)),
          ("range", text.range(entry.span)), ("selectionRange", text.range(entry.nameSpan)),
        ])
      })
  }

  private func definition(_ text: OpenText, _ parameters: JSON) -> JSON {
    guard let offset = parameters["position"]?.offset(text.text.positions),
      let reference = text.text.reference(at: offset),
      let path = services.path(reference, text.text.source.path)
    else { return .null }
    let start = JSON.object([("line", .int(0)), ("character", .int(0))])
    return .object([
      ("uri", .string(FileAddress.address(of: path))),
      ("range", .object([("start", start), ("end", start)])),
    ])
  }

  private func fixes(_ text: OpenText, _ parameters: JSON) -> JSON {
    guard let span = parameters["range"]?.span(text.text.positions) else { return .null }
    return .array(
      text.text.fixes(in: span, others: text.composing).map { fix in
        .object([
          ("title", .string(fix.title)), ("kind", .string("quickfix")),
          ("diagnostics", .array([text.problem(fix.diagnostic)])),
          ("isPreferred", .bool(true)), ("edit", text.workspaceEdit([fix.edit])),
        ])
      })
  }

  private func times(_ text: OpenText, _ parameters: JSON) -> JSON {
    // Of an older version times would stand beside the wrong lines.
    guard let heard = text.heard, !text.isStale,
      let span = parameters["range"]?.span(text.text.positions)
    else { return .array([]) }
    let lines = text.text.positions
    return .array(
      text.text.times(in: lines.line(of: span.lower)..<lines.line(of: span.upper) + 1, heard: heard)
        .map { time in
          .object([
            ("position", lines.position(of: lines.span(ofLine: time.line).upper).json),
            ("label", .string(time.words)), ("paddingLeft", .bool(true)),
          ])
        })
  }

  /// "Play from here" above every section, and above the whole.
  private func lenses(_ text: OpenText) -> JSON {
    guard text.text.kind == .practice else { return .array([]) }
    let sections = text.text.outline().map(\.span.lower)
    let starts = sections.first == 0 ? sections : [0] + sections
    return .array(
      starts.map { start in
        let line = text.text.positions.line(of: start) + 1
        return .object([
          ("range", text.range(SourceSpan(start, start))),
          (
            "command",
            .object([
              ("title", .string("Play from here")), ("command", .string(Command.play.rawValue)),
              (
                "arguments", .array([.string(text.address), .int(Int64(line))])
              ),
            ])
          ),
        ])
      })
  }

  private func run(_ parameters: JSON, _ id: JSON) -> JSON {
    let arguments = parameters["arguments"]?.values ?? []
    switch parameters["command"]?.words.flatMap(Command.init) {
    case .play:
      guard let address = arguments.first?.words, let line = arguments.dropFirst().first?.whole
      else { return Self.refusal(id, .invalidParameters, "Name a file and a line.") }
      services.play(FileAddress.path(of: address), line)
    case .stop: services.stop()
    case nil: return Self.refusal(id, .invalidParameters, "I don't know this command.")
    }
    return Self.answer(id, .null)
  }
}

extension Completion.Kind {
  /// The protocol's number of it.
  fileprivate var number: Int64 {
    switch self {
    case .cue: 14
    case .key: 10
    case .name: 12
    case .value: 6
    }
  }
}
