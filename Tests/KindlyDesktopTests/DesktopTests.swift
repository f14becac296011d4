import CKindlySystemd
import KindlyDesktop
import Foundation
import Synchronization
import Testing

@Suite(
  .serialized,
  .enabled(
    if: ["/usr/bin/dbus-daemon", "/usr/bin/playerctl"]
      .allSatisfy(FileManager.default.isExecutableFile(atPath:)),
    "needs the Debian packages dbus and playerctl"))
struct RemoteControlTests {
  /// What a player was asked while `playerctl` ran, and what that printed.
  func answers(
    of remotes: [RemoteControl], to arguments: String...
  ) throws -> (requests: [RemoteRequest], output: String) {
    try answers(of: remotes, to: ["/usr/bin/playerctl"] + arguments)
  }

  /// What a player was asked while a program ran, and what that printed.
  func answers(
    of remotes: [RemoteControl], to words: [String]
  ) throws -> (requests: [RemoteRequest], output: String) {
    let pipe = Pipe()
    let process = try #require(
      spawn(words, output: pipe.fileHandleForWriting.fileDescriptor))
    try pipe.fileHandleForWriting.close()
    var requests: [RemoteRequest] = []
    while waitpid(process, nil, WNOHANG) == 0 {
      for remote in remotes { requests += remote.process() ?? [] }
      var polls = remotes.map(\.poll)
      poll(&polls, nfds_t(polls.count), 20)
    }
    for remote in remotes { requests += remote.process() ?? [] }
    let output = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    return (requests, output.trimmingCharacters(in: .newlines))
  }

  func playing(_ title: String = "Loving-kindness") -> NowPlaying {
    NowPlaying(title: title, section: "Arriving", author: "Rosa", length: 600_000_000)
  }

  @Test func `playerctl reads and drives a sitting`() throws {
    let bus = try #require(PrivateBus())
    let remote = try #require(RemoteControl(playing()))
    #expect(try answers(of: [remote], to: "status").output == "Playing")
    let metadata = try answers(
      of: [remote], to: "metadata", "--format", "{{title}}|{{album}}|{{artist}}|{{mpris:length}}")
    #expect(metadata.output == "Arriving|Loving-kindness|Rosa|600000000")
    #expect(try answers(of: [remote], to: "play-pause").requests == [.playPause])
    #expect(try answers(of: [remote], to: "pause").requests == [.pause])
    #expect(try answers(of: [remote], to: "next").requests == [.next])
    #expect(try answers(of: [remote], to: "previous").requests == [.previous])
    #expect(try answers(of: [remote], to: "stop").requests == [.stop])
    #expect(try answers(of: [remote], to: "position", "61").requests == [.seek(to: 61_000_000)])
    #expect(try answers(of: [remote], to: "position", "5+").requests == [.leap(by: 5_000_000)])
    #expect(try answers(of: [remote], to: "volume", "0.5").requests == [.volume(0.5)])
    withExtendedLifetime(bus) {}
  }

  @Test func `what changes is told`() throws {
    let bus = try #require(PrivateBus())
    let remote = try #require(RemoteControl(playing()))
    var now = playing()
    now.isPlaying = false
    now.section = "Closing"
    now.position = 90_500_000
    remote.show(now)
    #expect(try answers(of: [remote], to: "status").output == "Paused")
    #expect(try answers(of: [remote], to: "metadata", "title").output == "Closing")
    #expect(try answers(of: [remote], to: "position").output == "90.500000")
    withExtendedLifetime(bus) {}
  }

  /// Calls a method of the player as any program of the desktop can.
  func call(
    _ remote: RemoteControl, _ method: String, _ arguments: some Sequence<String> = []
  ) throws -> (requests: [RemoteRequest], output: String) {
    try answers(
      of: [remote],
      to: [
        "/usr/bin/dbus-send", "--session", "--print-reply", "--reply-timeout=5000",
        "--dest=org.mpris.MediaPlayer2.kindly", "/org/mpris/MediaPlayer2", method,
      ] + arguments)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dbus-send")))
  func `a desktop learns what the player is and can do`() throws {
    let bus = try #require(PrivateBus())
    let remote = try #require(RemoteControl(playing()))
    let root = "string:org.mpris.MediaPlayer2"
    let player = "string:org.mpris.MediaPlayer2.Player"
    let all = try call(remote, "org.freedesktop.DBus.Properties.GetAll", [root]).output
    #expect(all.contains("\"Kindly\""))
    let rate = try call(remote, "org.freedesktop.DBus.Properties.Get", [player, "string:Rate"])
    #expect(rate.output.hasSuffix("double 1"))
    let page = try call(remote, "org.freedesktop.DBus.Introspectable.Introspect").output
    #expect(page.contains("<property name=\"Volume\" type=\"d\" access=\"readwrite\"/>"))
    #expect(page.contains("<property name=\"Metadata\" type=\"a{sv}\" access=\"read\"/>"))
    #expect(page.contains("<property name=\"SupportedMimeTypes\" type=\"as\" access=\"read\"/>"))
    withExtendedLifetime(bus) {}
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dbus-send")))
  func `what isn't for this sitting is answered and changes nothing`() throws {
    let bus = try #require(PrivateBus())
    let remote = try #require(RemoteControl(playing()))
    let properties = "org.freedesktop.DBus.Properties."
    let player = "org.mpris.MediaPlayer2.Player"
    let track = "objpath:/org/kindly/sitting"
    for words in [
      ["\(player).SetPosition", "objpath:/some/other/track", "int64:5"],
      ["\(player).SetPosition", track, "int64:-1"],
      ["\(player).SetPosition", track, "int64:600000001"],
      ["\(properties)Set", "string:\(player)", "string:Rate", "variant:double:2"],
      ["\(properties)Set", "string:\(player)", "string:Volume", "variant:string:loud"],
      ["org.mpris.MediaPlayer2.Raise"],
    ] {
      let said = try call(remote, words[0], words.dropFirst())
      #expect(said.requests.isEmpty, "\(words)")
      #expect(said.output.contains("method return"), "\(words): \(said.output)")
    }
    for words in [
      ["\(player).Dance"], ["org.mpris.MediaPlayer2.Dance"], ["org.example.Other.Play"],
      ["\(properties)Dance", "string:\(player)"], ["\(properties)GetAll"],
      ["\(properties)Get", "string:\(player)", "string:Mood"],
    ] {
      let said = try call(remote, words[0], words.dropFirst())
      #expect(said.requests.isEmpty, "\(words)")
      #expect(!said.output.contains("method return"), "\(words): \(said.output)")
    }
    #expect(try call(remote, "org.mpris.MediaPlayer2.Quit").requests == [.stop])
    #expect(try call(remote, "\(player).Play").requests == [.play])
    let loud = try call(
      remote, "\(properties)Set",
      ["string:\(player)", "string:Volume", "variant:double:7"])
    #expect(loud.requests == [.volume(1)])
    withExtendedLifetime(bus) {}
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dbus-monitor")))
  func `a leap is told to who listens`() throws {
    let bus = try #require(PrivateBus())
    var now = playing()
    now.isPlaying = false
    let remote = try #require(RemoteControl(now))
    let pipe = Pipe()
    let listener = try #require(
      spawn(
        ["/usr/bin/dbus-monitor", "--session", "interface=org.mpris.MediaPlayer2.Player"],
        output: pipe.fileHandleForWriting.fileDescriptor))
    try pipe.fileHandleForWriting.close()
    defer {
      kill(listener, SIGTERM)
      waitpid(listener, nil, 0)
    }
    // It tells that it was given its name once it listens.
    var heard = ""
    func hear(_ text: String) {
      while !heard.contains(text) {
        _ = remote.process()
        let end = pipe.fileHandleForReading
        var polls = [
          remote.poll, pollfd(fd: end.fileDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        poll(&polls, 2, -1)
        guard polls[1].revents != 0 else { continue }
        let data = end.availableData
        guard !data.isEmpty else { return }
        heard += String(decoding: data, as: UTF8.self)
      }
    }
    hear("NameLost")
    remote.showSeek(to: 42_000_000)
    hear("42000000")
    #expect(heard.contains("member=Seeked"))
    #expect(try answers(of: [remote], to: "position").output == "42.000000")
    withExtendedLifetime(bus) {}
  }

  @Test func `a bus that goes away is noticed, and what is told to it does no harm`() throws {
    var bus = PrivateBus()
    setenv("DBUS_SYSTEM_BUS_ADDRESS", try #require(bus?.address), 1)
    let remote = try #require(RemoteControl(playing()))
    let sleepGuard = try #require(SleepGuard())
    let kit = try #require(RealtimeKit())
    #expect(remote.process() == [])
    // Nobody is there to hold the machine awake or to give a priority.
    sleepGuard.hold()
    #expect(!kit.putFirst(thread: 1))
    bus = nil
    while remote.process() != nil {}
    while sleepGuard.process() != nil {}
    remote.show(playing("Another"))
    remote.showSeek(to: 1)
    sleepGuard.hold()
    sleepGuard.release()
    #expect(!kit.putFirst(thread: 1))
  }

  @Test func `two players stand side by side`() throws {
    let bus = try #require(PrivateBus())
    let remotes = [
      try #require(RemoteControl(playing())), try #require(RemoteControl(playing("Second"))),
    ]
    let names = try answers(of: remotes, to: "--list-all").output.split(separator: "\n").sorted()
    #expect(names == ["kindly", "kindly.instance\(getpid())"])
    withExtendedLifetime(bus) {}
  }

  @Test func `the machine stays awake while it is held, and says when it sleeps`() throws {
    let bus = try #require(PrivateBus())
    setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address, 1)
    let logind = FakeLogind()
    defer { logind.leave() }
    let sleepGuard = try #require(SleepGuard())
    /// Processes what comes until a condition holds.
    func process(until isEnough: () -> Bool) throws -> [Bool] {
      var sleeps: [Bool] = []
      repeat {
        var place = sleepGuard.poll
        poll(&place, 1, 20)
        sleeps += try #require(sleepGuard.process())
      } while !isEnough() && sleeps.isEmpty
      return sleeps
    }
    sleepGuard.hold()
    sleepGuard.hold()
    _ = try process { logind.locks.count == 2 }
    #expect(logind.locks == ["idle:sleep block", "sleep delay"])
    logind.announce(sleep: true)
    #expect(try process { false } == [true])
    #expect(!logind.isReleased)
    sleepGuard.release()
    _ = try process { logind.isReleased }
    // Given back before it was given: nothing is held.
    sleepGuard.hold()
    sleepGuard.release()
    _ = try process { logind.locks.count == 4 && logind.isReleased }
    withExtendedLifetime(bus) {}
  }

  @Test func `a thread is given its priority by RealtimeKit, within the kernel's limit`() throws {
    let bus = try #require(PrivateBus())
    setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address, 1)
    let asked = Mutex<[String]>([])
    let fake = FakeService(
      "org.freedesktop.RealtimeKit1", at: "/org/freedesktop/RealtimeKit1"
    ) { member, call in
      var thread: UInt64 = 0
      var level: Int32 = 0
      sd_bus_message_read_basic(call, CChar(UInt8(ascii: "t")), &thread)
      let kind: UInt8 = member == "MakeThreadRealtime" ? 0x75 : 0x69
      sd_bus_message_read_basic(call, CChar(kind), &level)
      var limit = rlimit()
      getrlimit(Int32(__RLIMIT_RTTIME.rawValue), &limit)
      let bound = limit.rlim_max == 200_000 ? "bounded" : "unbounded"
      asked.withLock { $0.append("\(member) \(thread) \(level) \(bound)") }
      var reply: OpaquePointer?
      // One thread it does not know.
      if thread == 1 {
        sd_bus_message_new_method_errno(call, &reply, ESRCH, nil)
      } else {
        sd_bus_message_new_method_return(call, &reply)
      }
      sd_bus_send(nil, reply, nil)
      sd_bus_message_unref(reply)
    }
    defer { fake.leave() }
    let kit = try #require(RealtimeKit())
    #expect(kit.putFirst(thread: 4_711))
    #expect(!kit.putFirst(thread: 1))
    #expect(kit.makeRealTime(thread: 4_712))
    #expect(
      asked.withLock { $0 } == [
        "MakeThreadHighPriority 4711 -11 unbounded", "MakeThreadHighPriority 1 -11 unbounded",
        "MakeThreadRealtime 4712 10 bounded",
      ])
    withExtendedLifetime(bus) {}
  }

  @Test func `no bus is no remote control, and no harm`() {
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1)
    #expect(RemoteControl(playing()) == nil)
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1)
    #expect(SleepGuard() == nil)
    #expect(RealtimeKit() == nil)
  }
}
