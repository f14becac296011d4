// swift-tools-version: 6.2
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

/// A released program gives its symbols to nobody: a twentieth smaller, and started sooner.
let hidden: [LinkerSetting] =
  isFetched
  ? []
  : [
    .unsafeFlags(
      ["-Xlinker", "--version-script=\(Context.packageDirectory)/Sources/Packaging/hidden.map"],
      .when(configuration: .release))
  ]

let package = Package(
  name: "kindly",
  products: [
    .executable(name: "kindly", targets: ["KindlyCommand"]),
    .library(
      name: "Kindly",
      targets: [
        "Kindly", "KindlyLanguage", "KindlyTimeline", "KindlySound", "KindlyCompiler",
        "KindlySpeech", "KindlyRender",
        "KindlyRecording", "KindlyLibrary", "KindlyFiles",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // The one door to the file system.
    .target(name: "KindlyFiles", swiftSettings: strict),

    // Frames, visible text, near names, JSON, digests: imports nothing.
    .target(name: "KindlyBase", swiftSettings: optimised),

    // The language, the compiled values and the kernels: they import the base alone.
    .target(name: "KindlyLanguage", dependencies: ["KindlyBase"], swiftSettings: strict),
    .target(name: "KindlyTimeline", dependencies: ["KindlyBase"], swiftSettings: strict),

    // What a listener is told, in every language of the program.
    .target(name: "KindlyMessages", dependencies: ["KindlyBase"], swiftSettings: strict),
    .target(
      name: "KindlySound",
      dependencies: ["KindlyBase"] + (checksThreads ? ["CKindlyThreadChecks"] : []),
      swiftSettings: optimised),

    // A recorded bell to a bell file, and the picture of a sound.
    .target(name: "KindlyBellfounding", dependencies: ["KindlySound"], swiftSettings: optimised),

    // From a script to sound.
    .target(
      name: "KindlyCompiler", dependencies: ["KindlyBase", "KindlyLanguage", "KindlyTimeline"],
      swiftSettings: strict),
    .target(
      name: "KindlySpeech",
      dependencies: [
        "KindlyBase", "KindlyFiles", "KindlyMessages", "KindlySound", "CKindlyESpeakNG",
        "CKindlySndFile",
        "CKindlyLibraries",
      ],
      swiftSettings: optimised),
    .target(
      name: "KindlyRender", dependencies: ["KindlyBase", "KindlyTimeline", "KindlySound"],
      swiftSettings: optimised),
    .target(
      name: "KindlyRecording",
      dependencies: [
        "KindlyBase", "KindlyTimeline", "KindlySound", "CKindlySndFile", "CKindlyEncoders",
        "CKindlyPNG", "CKindlyLibraries",
      ],
      swiftSettings: optimised),
    .target(
      name: "KindlyPlayer",
      dependencies: [
        "KindlyBase", "KindlyMessages", "KindlySound", "CKindlyALSA", "CKindlyLibraries",
      ],
      swiftSettings: strict),
    .target(
      name: "KindlyConsole",
      dependencies: ["KindlyBase", "KindlyLanguage", "KindlyMessages", "KindlyTimeline"],
      swiftSettings: strict),

    .target(
      name: "KindlyDesktop",
      dependencies: ["KindlyBase", "KindlyFiles", "CKindlySystemd", "CKindlyLibraries"],
      swiftSettings: strict),

    // Tables of people, each with wishes of their own.
    .target(
      name: "KindlyClients", dependencies: ["KindlyBase", "KindlyLanguage"],
      swiftSettings: strict),

    // Scripts in other notations to a practice, and back.
    .target(
      name: "KindlyImport",
      dependencies: [
        "KindlyBase", "KindlyLanguage", "KindlyTimeline", "CKindlyXML", "CKindlyZip", "CKindlyYAML",
        "CKindlyLibraries",
      ],
      swiftSettings: strict),

    // What an editor shows of a text, as values; then the protocol that editors speak.
    .target(
      name: "KindlyAuthoring", dependencies: ["KindlyBase", "KindlyLanguage", "KindlyTimeline"],
      swiftSettings: strict),
    .target(
      name: "KindlyLanguageServer",
      dependencies: ["KindlyAuthoring", "KindlyBase", "KindlyLanguage"], swiftSettings: strict),

    // The texts people come for, and where they are found.
    .target(
      name: "KindlySessions", path: "Sessions", exclude: ["README.md"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    .target(
      name: "KindlyVoices", path: "Voices", exclude: ["README.md"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    .plugin(name: "EmbedTexts", capability: .buildTool(), path: "Sources/EmbedTexts"),
    .target(
      name: "KindlyLibrary",
      dependencies: [
        "KindlyBase", "KindlyClients", "KindlyFiles", "KindlyLanguage", "KindlyMessages",
        "KindlyTimeline", "KindlySessions", "KindlyVoices",
      ],
      swiftSettings: strict),

    // A practice by name to a timeline and its samples; then the program.
    .target(
      name: "Kindly",
      dependencies: [
        "KindlyBase", "KindlyLanguage", "KindlyMessages", "KindlyTimeline", "KindlySound",
        "KindlyCompiler", "KindlySpeech",
        "KindlyRender", "KindlyRecording",
        "KindlyLibrary",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "KindlyCommand",
      dependencies: [
        "Kindly", "KindlyBase", "KindlyFiles", "KindlyRecording", "KindlyPlayer", "KindlyConsole",
        "KindlyDesktop",
        "KindlyLanguage", "KindlyMessages", "KindlyTimeline", "KindlySound", "KindlyCompiler",
        "KindlySpeech",
        "KindlyRender", "KindlyLibrary", "KindlyImport", "KindlyClients", "KindlyAuthoring",
        "KindlyLanguageServer",
        "KindlyBellfounding", "KindlyStudio", "CKindlyLinux", "CKindlyPNG", "CKindlySndFile",
        "CKindlyLibraries",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: hidden),

    // The studio: a page on this machine alone, and what serves it. The editor it shows is Debian's.
    .target(
      name: "KindlyStudio",
      dependencies: [
        "Kindly", "KindlyBase", "KindlyFiles", "KindlyLanguage", "KindlyTimeline", "KindlySound",
        "KindlyCompiler", "KindlySpeech", "KindlyRender", "KindlyRecording", "KindlyLibrary",
        "KindlyImport", "KindlyAuthoring", "CKindlyPage",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOWebSocket", package: "swift-nio"),
      ],
      exclude: ["Page"], swiftSettings: strict),
    .target(
      name: "CKindlyPage", dependencies: ["CKindlyLibraries"],
      cSettings: [.disableWarning("c23-extensions")]),

    // The pages of the manual, from the program, the guide and the documentation.
    .executableTarget(
      name: "KindlyManual", dependencies: ["KindlyLanguage", "KindlyConsole", "KindlyMessages"],
      path: "Sources/KindlyManual",
      exclude: ["Pages", "man.lua"], swiftSettings: strict),

    // C libraries. espeak-ng is opened at run time by its worker, never linked; those that few commands
    // need are opened at the first call (CLibraries/include/late.h).
    // A missing one is told by CLibraries, so what imports one waits for it.
    .target(name: "CKindlyLibraries"),
    .target(
      name: "CKindlyESpeakNG", dependencies: ["CKindlyLibraries"],
      linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "CKindlySystemd", dependencies: ["CKindlyLibraries"],
      linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "CKindlySndFile", dependencies: ["CKindlyLibraries"],
      linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "CKindlyEncoders", dependencies: ["CKindlyLibraries"],
      linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "CKindlyPNG", dependencies: ["CKindlyLibraries"], linkerSettings: [.linkedLibrary("dl")]
    ),
    .target(
      name: "CKindlyXML", dependencies: ["CKindlyLibraries"], linkerSettings: [.linkedLibrary("dl")]
    ),
    .target(
      name: "CKindlyZip", dependencies: ["CKindlyLibraries"], linkerSettings: [.linkedLibrary("dl")]
    ),
    .target(
      name: "CKindlyYAML", dependencies: ["CKindlyLibraries"],
      linkerSettings: [.linkedLibrary("dl")]),
    .systemLibrary(
      name: "CKindlyALSA", path: "Sources/CKindlyALSA", pkgConfig: "alsa",
      providers: [.apt(["libasound2-dev"])]),
    .systemLibrary(name: "CKindlyLinux", path: "Sources/CKindlyLinux"),

    // What the tests compile for themselves, and a program that plays and counts what that costs.
    .target(
      name: "KindlyTestDevices", path: "Tests/Devices/TestDevice", swiftSettings: strict),
    .target(
      name: "CKindlyThreadChecks", path: "Tests/Devices/ThreadChecks",
      cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("dl")]),
    .executableTarget(
      name: "KindlySoak",
      dependencies: ["KindlyPlayer", "KindlyRender", "KindlySound", "KindlyTimeline"],
      path: "Tests/Devices/Soak",
      swiftSettings: strict),

    // What worker processes cost; Tests/Benchmarks/run looks at what it prints.
    .executableTarget(
      name: "KindlySpeakingBenchmark", dependencies: ["KindlyBase", "KindlySpeech"],
      path: "Tests/Benchmarks",
      exclude: [
        "run", "machine.py", "measure.py", "playing.py", "table.py", "rooms", "Voices",
        "Kernels/Bells",
        "Kernels/Compile", "Kernels/Solve",
      ],
      sources: ["Speaking", "Kernels/Timing.swift"], swiftSettings: strict),

    // Tests: one target per library, and one that runs the built program.
    .testTarget(name: "KindlyBaseTests", dependencies: ["KindlyBase"], swiftSettings: strict),
    .testTarget(name: "KindlyFilesTests", dependencies: ["KindlyFiles"], swiftSettings: strict),
    .testTarget(
      name: "KindlyTimelineTests", dependencies: ["KindlyBase", "KindlyTimeline"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyMessagesTests", dependencies: ["KindlyBase", "KindlyMessages"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyLanguageTests", dependencies: ["KindlyLanguage"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyClientsTests", dependencies: ["KindlyClients", "KindlyLanguage"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyAuthoringTests",
      dependencies: [
        "KindlyAuthoring", "KindlyLanguageServer", "KindlyBase", "KindlyLanguage", "KindlyTimeline",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyStudioTests",
      dependencies: [
        "KindlyStudio", "KindlyAuthoring", "KindlyBase", "KindlyLanguage", "KindlyRender",
        "KindlyTimeline",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyImportTests",
      dependencies: ["KindlyImport", "KindlyBase", "KindlyLanguage", "KindlyTimeline"],
      swiftSettings: strict),
    .testTarget(name: "KindlySoundTests", dependencies: ["KindlySound"], swiftSettings: strict),
    .testTarget(
      name: "KindlyBellfoundingTests",
      dependencies: ["KindlyBellfounding", "KindlyLanguage", "KindlySound", "KindlyVoices"],
      swiftSettings: optimised),
    .testTarget(
      name: "KindlyCompilerTests",
      dependencies: ["KindlyCompiler", "KindlyLanguage", "KindlyTimeline", "KindlySessions"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlySpeechTests",
      dependencies: [
        "KindlyBase", "KindlySpeech", "KindlySound", "KindlySpeakWorker", "KindlyTestDevices",
      ],
      exclude: ["Forms"],
      swiftSettings: strict),
    .executableTarget(
      name: "KindlySpeakWorker", dependencies: ["KindlySpeech"], path: "Tests/SpeakWorker",
      swiftSettings: strict),
    .testTarget(
      name: "KindlyRenderTests", dependencies: ["KindlyRender", "KindlyTimeline", "KindlySound"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyRecordingTests",
      dependencies: ["KindlyRecording", "KindlyTimeline", "KindlySound"], exclude: ["Feed"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyPlayerTests",
      dependencies: [
        "KindlyTestDevices", "KindlyPlayer", "KindlyRender", "KindlySound", "KindlyTimeline",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyConsoleTests",
      dependencies: [
        "KindlyBase", "KindlyConsole", "KindlyLanguage", "KindlyMessages", "KindlyTimeline",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "KindlyDesktopTests", dependencies: ["KindlyDesktop", "CKindlySystemd"],
      swiftSettings: strict,
      linkerSettings: [.linkedLibrary("systemd")]),
    .testTarget(
      name: "KindlyLibraryTests",
      dependencies: ["KindlyLibrary", "KindlyLanguage", "KindlyTimeline"], swiftSettings: strict
    ),
    .testTarget(
      name: "KindlySessionsTests",
      dependencies: ["KindlyLibrary", "KindlyCompiler", "KindlyLanguage", "KindlyTimeline"],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyTests",
      dependencies: [
        "Kindly", "KindlyLanguage", "KindlyTimeline", "KindlySound", "KindlyCompiler",
        "KindlySpeech", "KindlyRender",
        "KindlyRecording", "KindlyLibrary",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "KindlyCommandTests",
      dependencies: [
        "KindlyTestDevices",
        "KindlyCommand", "KindlyManual", "KindlyLanguage", "KindlyLibrary", "KindlyRecording",
      ],
      exclude: ["Golden", "Kept"], swiftSettings: strict),
  ]
)
