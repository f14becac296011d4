import KindlyBase

extension LanguageServer {
  /// The commands that a code lens runs.
  enum Command: String, CaseIterable {
    /// Plays a file from a line on.
    case play = "kindly.play"
    /// Stops what is played.
    case stop = "kindly.stop"
  }

  /// What the server can do, as the editor is told.
  var capabilities: JSON {
    .object([
      (
        "capabilities",
        .object([
          ("positionEncoding", .string("utf-16")),
          (
            "textDocumentSync",
            .object([
              ("openClose", .bool(true)), ("change", .int(2)), ("save", .bool(true)),
            ])
          ),
          (
            "completionProvider",
            .object([
              ("triggerCharacters", .array(["[", "{", ":", " "].map(JSON.string)))
            ])
          ),
          ("hoverProvider", .bool(true)), ("documentSymbolProvider", .bool(true)),
          ("definitionProvider", .bool(true)), ("documentFormattingProvider", .bool(true)),
          ("renameProvider", .object([("prepareProvider", .bool(true))])),
          (
            "codeActionProvider",
            .object([("codeActionKinds", .array([.string("quickfix")]))])
          ),
          ("inlayHintProvider", .bool(true)),
          ("codeLensProvider", .object([("resolveProvider", .bool(false))])),
          (
            "executeCommandProvider",
            .object([("commands", .array(Command.allCases.map { .string($0.rawValue) }))])
          ),
        ])
      ),
      (
        "serverInfo",
        .object([("name", .string("kindly")), ("version", .string(version))])
      ),
    ])
  }
}
