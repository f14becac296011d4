import Glibc
import KindlyLibrary
import KindlyLanguage

/// The user's sound server, PulseAudio or PipeWire, as the socket it listens on.
struct SoundServer {
  /// Where the socket is.
  let path: String
  /// The server's own name.
  let name: String
  /// How it is started.
  let start: String
  /// ALSA's plugin for it, and the package that has it.
  let plugin: (file: String, package: String)

  /// The server whose socket is there; nil for none, which a sound card alone does not need.
  static var ofUser: SoundServer? {
    let named = variable("PULSE_SERVER")
    if named.hasPrefix("unix:") { return pulse(String(named.dropFirst(5))) }
    let folder = variable("XDG_RUNTIME_DIR")
    guard folder.hasPrefix("/") else { return nil }
    // PipeWire answers for PulseAudio too, so its own socket is looked for first.
    let servers = [pipeWire(folder + "/pipewire-0"), pulse(folder + "/pulse/native")]
    return servers.first { access($0.path, F_OK) == 0 }
  }

  /// Whether it answers, and whether ALSA can reach it.
  var finding: Examination.Finding {
    let place = visible(path)
    guard answers else {
      return .ill("\(name) does not answer at \(place).", "Start it with: \(start)")
    }
    guard hasPlugin else {
      return .ill(
        "\(name) answers at \(place), but ALSA has no way to it.",
        "Install one with: sudo apt-get install \(plugin.package)")
    }
    return .well("\(name) answers at \(place)")
  }

  private static func pulse(_ path: String) -> SoundServer {
    SoundServer(
      path: path, name: "PulseAudio", start: "pulseaudio --start",
      plugin: ("libasound_module_pcm_pulse.so", "libasound2-plugins"))
  }

  private static func pipeWire(_ path: String) -> SoundServer {
    SoundServer(
      path: path, name: "PipeWire",
      start: "systemctl --user restart pipewire pipewire-pulse wireplumber",
      plugin: ("libasound_module_pcm_pipewire.so", "pipewire-alsa"))
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Connects and hangs up; a server that is stuck, with others waiting for it, does not answer.
  private var answers: Bool {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let socket = socket(AF_UNIX, Int32(kind), 0)
    guard socket >= 0 else { return false }
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let isWhole = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard path.utf8.count < room.count else { return false }
      room.copyBytes(from: path.utf8)
      return true
    }
    guard isWhole else { return false }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  private var hasPlugin: Bool {
    let folders =
      Library.files(in: "/usr/lib").filter { $0.contains("-linux-gnu") }
      .map { "/usr/lib/" + $0 } + ["/usr/lib64", "/usr/lib", "/usr/local/lib"]
    return folders.contains { access("\($0)/alsa-lib/\(plugin.file)", F_OK) == 0 }
  }
}
