/// Where a script begins and ends within a file that says more.
enum ScriptBounds {
  /// The first block of the script, where a heading such as `Script` announces it.
  static func start(of blocks: [TextBlock]) -> Int {
    let start = blocks.firstIndex { block in
      guard case .heading = block.kind else { return block.text.isAll(.bold) && isScript(block) }
      return isScript(block)
    }
    return start.map { $0 + 1 } ?? 0
  }

  /// The heading under which the heading that announces the script stands: that of its section.
  static func section(above start: Int, of blocks: [TextBlock]) -> Int? {
    guard start > 0,
      let index = blocks[..<(start - 1)].lastIndex(where: {
        if case .heading = $0.kind { true } else { false }
      }), case .heading(let level) = blocks[index].kind, level > 1
    else { return nil }
    if case .heading(let own) = blocks[start - 1].kind, own <= level { return nil }
    return index
  }

  private static func isScript(_ block: TextBlock) -> Bool {
    let name = BareWords.core(of: block.text.scalars[...]).text.lowercased()
    if Labels.script.contains(name) { return true }
    let names = name.split(separator: " ")
    return names.count <= 4
      && ["script", "transcript", "skript", "guion", "guión"]
        .contains(names.last.map(String.init) ?? "")
  }

  /// Paragraphs at the start and end that a chat program says about the script.
  static func chatter(in blocks: [TextBlock]) -> Set<Int> {
    var chatter: Set<Int> = []
    let spoken = blocks.indices.filter { blocks[$0].text.scalars.isSpoken }
    guard spoken.count > 2 else { return chatter }
    for index in spoken.prefix(2) {
      guard isOpening(blocks[index].text.text) else { break }
      chatter.insert(index)
    }
    for index in spoken.suffix(3).reversed() where isClosing(blocks[index].text.text) {
      chatter.insert(index)
    }
    return chatter
  }

  private static func isOpening(_ text: String) -> Bool {
    let text = text.lowercased()
    let starts = [
      "sure", "certainly", "of course", "absolutely", "here is", "here's", "here’s",
      "below is", "gerne", "natürlich", "hier ist", "claro", "aquí tienes", "por supuesto",
      "bien sûr", "voici", "i've written", "i've created",
    ]
    let about = [
      "script", "meditation", "version", "skript", "guion", "guión", "meditación",
      "méditation", "texte", "text",
    ]
    return starts.contains { text.hasPrefix($0) } && about.contains { text.contains($0) }
      && (text.hasSuffix(":") || text.hasSuffix("!") || text.contains("script"))
  }

  private static func isClosing(_ text: String) -> Bool {
    let text = text.lowercased()
    return [
      "let me know if", "would you like me to", "feel free to adjust", "feel free to adapt",
      "feel free to modify", "i hope this script", "if you'd like, i can", "if you’d like, i can",
      "do you want me to", "lass mich wissen", "sag mir bescheid", "möchtest du, dass ich",
      "¿quieres que", "avísame si", "dites-moi si", "souhaitez-vous que je", "end of script",
      "[end", "--- end", "(end",
    ].contains { text.hasPrefix($0) }
  }
}
