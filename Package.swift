// swift-tools-version: 6.3
import PackageDescription

/// Every target: Swift 6, explicit existentials and imports, and no warning left behind.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What touches every sample is optimised in debug builds too: unoptimised, a 50 ms block takes 85 ms.
/// SwiftPM allows such flags in a root package and in one that is named by its path, but not where it
/// fetched the package itself. The thread sanitizer of Swift 6.3 cannot compile optimised code and does
/// not know Swift's `Mutex`: for it, `KINDLY_THREAD_CHECKS=1` leaves the flags out and adds what is
/// missing.
let checksThreads = Context.environment["KINDLY_THREAD_CHECKS"] != nil
let isFetched = ["/checkouts/", "/registry/downloads/"].contains(
  where: Context.packageDirectory.contains)
let optimised =
  isFetched || checksThreads
  ? strict
  : strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "kindly",
  products: [
    .executable(name: "kindly", targets: ["kindly"]),
    .library(
      name: "Kindly",
      targets: [
        "Studio", "Practice", "Timeline", "Sound", "Composing", "Narration", "Rendering",
        "Recording", "Library",
      ]),
    // An ALSA plugin that the tests play to; `swift build` puts it beside the program.
    .library(name: "asound_paced", type: .dynamic, targets: ["PacedDevice"]),
    .library(name: "kindly_counting", type: .dynamic, targets: ["Counting"]),
    .library(name: "kindly_faults", type: .dynamic, targets: ["Faults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The language and the compiled values: no imports at all.
    .target(name: "Practice", swiftSettings: strict),
    .target(name: "Timeline", swiftSettings: strict),
    .target(
      name: "Sound", dependencies: checksThreads ? ["ThreadChecks"] : [], swiftSettings: optimised),

    // A recorded bell to a bell file, and the picture of a sound.
    .target(name: "Bellfounding", dependencies: ["Sound"], swiftSettings: optimised),

    // From a script to sound.
    .target(name: "Composing", dependencies: ["Practice", "Timeline"], swiftSettings: strict),
    .target(
      name: "Narration",
      dependencies: ["Sound", "CESpeakNG", "CEBUR128", "CSndFile", "CLibraries"],
      swiftSettings: optimised),
    .target(name: "Rendering", dependencies: ["Timeline", "Sound"], swiftSettings: optimised),
    .target(
      name: "Recording", dependencies: ["Timeline", "Sound", "CSndFile", "CEBUR128", "CLibraries"],
      swiftSettings: optimised),
    .target(
      name: "Loudspeaker", dependencies: ["Sound", "CALSA", "CLibraries"], swiftSettings: strict),
    .target(name: "Console", dependencies: ["Practice", "Timeline"], swiftSettings: strict),

    .target(name: "Desktop", dependencies: ["CSystemd", "CLibraries"], swiftSettings: strict),

    // The texts people come for, and where they are found.
    .target(
      name: "Sessions", path: "Sessions", exclude: ["README.md"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    .target(
      name: "Voices", path: "Voices", exclude: ["README.md"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    .plugin(name: "EmbedTexts", capability: .buildTool(), path: "Sources/EmbedTexts"),
    .target(
      name: "Library", dependencies: ["Practice", "Timeline", "Sessions", "Voices"],
      swiftSettings: strict),

    // A practice by name to a timeline and its samples; then the program.
    .target(
      name: "Studio",
      dependencies: [
        "Practice", "Timeline", "Sound", "Composing", "Narration", "Rendering", "Recording",
        "Library",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "kindly",
      dependencies: [
        "Studio", "Recording", "Loudspeaker", "Console", "Desktop",
        "Practice", "Timeline", "Sound", "Composing", "Narration", "Rendering", "Library",
        "Bellfounding", "CLinux", "CPNG", "CSndFile", "CLibraries",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // The pages of the manual, from the program, the guide and the documentation.
    .executableTarget(
      name: "manual", dependencies: ["Practice", "Console"], path: "Sources/Manual",
      exclude: ["Pages", "man.lua"], swiftSettings: strict),

    // C libraries. espeak-ng is opened at run time by its worker, never linked; those that few commands
    // need are opened at the first call (CLibraries/include/late.h).
    // A missing one is told by CLibraries, so what imports one waits for it.
    .target(name: "CLibraries"),
    .target(
      name: "CESpeakNG", dependencies: ["CLibraries"], linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CSystemd", dependencies: ["CLibraries"], linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CSndFile", dependencies: ["CLibraries"], linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CPNG", dependencies: ["CLibraries"], linkerSettings: [.linkedLibrary("dl")]),
    .systemLibrary(
      name: "CALSA", path: "Sources/CALSA", pkgConfig: "alsa",
      providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(
      name: "CEBUR128", path: "Sources/CEBUR128", pkgConfig: "libebur128",
      providers: [.apt(["libebur128-dev"])]),
    .systemLibrary(name: "CLinux", path: "Sources/CLinux"),

    // A sound device for the tests, and a program that plays to it and counts what that costs.
    .target(
      name: "PacedDevice", dependencies: ["CLibraries"], path: "Tests/Devices/PacedDevice",
      cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("asound")]),
    .target(
      name: "Counting", path: "Tests/Devices/Counting",
      cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "Faults", path: "Tests/Devices/Faults",
      cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "ThreadChecks", path: "Tests/Devices/ThreadChecks",
      cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("dl")]),
    .executableTarget(
      name: "soak", dependencies: ["Loudspeaker"], path: "Tests/Devices/Soak",
      swiftSettings: strict),

    // What worker processes cost; Tests/Benchmarks/run looks at what it prints.
    .executableTarget(
      name: "speaking", dependencies: ["Narration"], path: "Tests/Benchmarks",
      exclude: [
        "run", "machine.py", "measure.py", "playing.py", "table.py", "rooms", "Kernels/Bells",
        "Kernels/Compile", "Kernels/Solve",
      ],
      sources: ["Speaking", "Kernels/Timing.swift"], swiftSettings: strict),

    // Tests: one target per library, and one that runs the built program.
    .testTarget(name: "TimelineTests", dependencies: ["Timeline"], swiftSettings: strict),
    .testTarget(
      name: "PracticeTests", dependencies: ["Practice"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "SoundTests", dependencies: ["Sound"], swiftSettings: strict),
    .testTarget(
      name: "BellTests", dependencies: ["Bellfounding", "Practice", "Sound", "Voices"],
      swiftSettings: optimised),
    .testTarget(
      name: "ComposingTests", dependencies: ["Composing", "Practice", "Timeline", "Sessions"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "NarrationTests", dependencies: ["Narration", "Sound", "SpeakWorker"],
      swiftSettings: strict),
    .executableTarget(
      name: "SpeakWorker", dependencies: ["Narration"], path: "Tests/SpeakWorker",
      swiftSettings: strict),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "Timeline", "Sound"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordingTests", dependencies: ["Recording", "Timeline", "Sound"],
      swiftSettings: strict),
    .testTarget(
      name: "LoudspeakerTests", dependencies: ["Loudspeaker", "Rendering", "Sound", "Timeline"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests", dependencies: ["Console", "Practice", "Timeline"], swiftSettings: strict
    ),
    .testTarget(
      name: "DesktopTests", dependencies: ["Desktop", "CSystemd"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("systemd")]),
    .testTarget(
      name: "LibraryTests", dependencies: ["Library", "Practice", "Timeline"], swiftSettings: strict
    ),
    .testTarget(
      name: "SessionsTests", dependencies: ["Library", "Composing", "Practice", "Timeline"],
      swiftSettings: strict),
    .testTarget(
      name: "StudioTests",
      dependencies: [
        "Studio", "Practice", "Timeline", "Sound", "Composing", "Narration", "Rendering",
        "Recording", "Library",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyTests", dependencies: ["kindly", "manual", "Practice", "Library", "Recording"],
      swiftSettings: strict),
  ]
)
