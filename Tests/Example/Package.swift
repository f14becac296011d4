// swift-tools-version: 6.2
import PackageDescription

/// Somebody else's program: the smallest one that uses Kindly as a library. `Tests/Example/run` builds
/// it and checks what it writes.
let package = Package(
  name: "wishes",
  dependencies: [.package(name: "kindly", path: "../..")],
  targets: [
    .executableTarget(
      name: "wishes", dependencies: [.product(name: "Kindly", package: "kindly")], path: ".",
      exclude: ["run"], sources: ["Wishes.swift"])
  ]
)
