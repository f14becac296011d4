import Foundation
import PackagePlugin

/// Turns the texts of a target's folder into one Swift file of string literals, so that they live
/// in the binary. An author saves a file and `swift build` picks it up.
@main struct EmbedTexts: BuildToolPlugin {
  private static let endings: Set = [
    "practice", "phrases", "course", "voice", "bell", "background", "pronunciations",
  ]

  private static let script = #######"""
    cd "$1"; out=$2; shift 2
    { echo 'public let texts: [Text] = ['
      for f; do
        printf 'Text(name: "%s", body: #####"""\n' "$f"; cat "$f"; printf '\n"""#####),\n'
      done
      echo ']'
    } > "$out"
    """#######

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target.sourceModule else { return [] }
    let root = target.directoryURL
    let names = (FileManager.default.subpaths(atPath: root.path) ?? [])
      .filter { Self.endings.contains(($0 as NSString).pathExtension) }.sorted()
    let out = context.pluginWorkDirectoryURL.appending(path: "Texts.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(names.count) texts", executable: URL(filePath: "/bin/sh"),
        arguments: ["-c", Self.script, "sh", root.path, out.path] + names,
        inputFiles: names.map { root.appending(path: $0) }, outputFiles: [out])
    ]
  }
}
