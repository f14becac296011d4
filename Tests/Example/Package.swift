// swift-tools-version: 6.2
import PackageDescription

/// Somebody else's program: the smallest one that uses Kindly as a library, beside modules of its own
/// with names that anybody might choose. `Tests/Example/run` builds it and checks what it writes.
let neighbours = ["Timeline", "Library", "Console", "Sound", "Faults", "Recording", "Practice"]

let package = Package(
  name: "wishes",
  dependencies: [.package(name: "kindly", path: "../..")],
  targets: neighbours.map { .target(name: $0, path: "Neighbours/\($0)") } + [
    .executableTarget(
      name: "wishes",
      dependencies: [.product(name: "Kindly", package: "kindly")]
        + neighbours.map { .target(name: $0) },
      path: ".", exclude: ["run", "Neighbours"], sources: ["Wishes.swift"])
  ]
)
