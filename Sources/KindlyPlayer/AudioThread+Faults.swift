import Synchronization

extension AudioThread {
  /// The device ran dry, so all that was written has been heard: goes on from there.
  func recover() -> Int64? {
    let heard = writer.written
    shared.underruns.add(1, ordering: .relaxed)
    fruitless += 1
    transport.resume(from: heard, count: heard, fade: Int64(config.rate / 200))
    guard fruitless < 10, writer.restart(&transport) else {
      lose(heard: heard)
      return 0
    }
    moved = (.min, Clock.now())
    publish(heard: writer.heardAtStart, runs: true)
    shared.tell(.underrun(at: sessionFrame(transport.place(at: heard))))
    return writer.nap(until: transport.silentSince)
  }

  /// The machine slept: holds what was heard until somebody wants to hear more.
  func sleepWell(heard: Int64) {
    writer.silence()
    _ = transport.hold(from: heard, count: writer.written)
    slept = config.slept()
    enter(.resting)
    publish(heard: writer.written, runs: false)
    shared.state.store(.paused, ordering: .releasing)
    shared.tell(.slept(at: sessionFrame(transport.place(at: writer.written))))
  }

  /// Whether the device claims to run but nothing has moved for one and a half seconds.
  func isStuck(heard: Int64) -> Bool {
    let now = Clock.now()
    if heard != moved.heard {
      moved = (heard, now)
      fruitless = 0
    }
    return now - moved.time > 1_500_000_000
  }

  /// The device went away: keeps the place and begins to look for it.
  func lose(heard: Int64) {
    goesOn = transport.hold(from: heard, count: writer.written)
    writer.close()
    enter(.absent)
    patience = 100_000_000
    publish(heard: writer.written, runs: false)
    shared.state.store(.waiting, ordering: .releasing)
    shared.tell(.deviceLost(at: sessionFrame(transport.place(at: writer.written))))
  }

  /// Tries to open the device again, after 0.1 s, then 0.2, 0.4 and every 0.8 s; for 60 s.
  func lookForDevice() -> Int64? {
    let now = Clock.now()
    guard now - since >= patience else { return since + patience - now }
    guard reopen() else {
      if now - since >= 60_000_000_000 {
        fail()
        return nil
      }
      patience += min(800_000_000, patience)
      return 0
    }
    enter(.resting)
    if goesOn { transport.play() }
    shared.state.store(.paused, ordering: .releasing)
    shared.tell(.deviceBack(at: sessionFrame(transport.place(at: writer.written))))
    return 0
  }

  /// Opens the device again; false if it is not there, or has become a very different one.
  func reopen() -> Bool {
    guard let pcm = try? PCM(config.device, format: config.format) else { return false }
    guard pcm.settings.rate == config.rate else { return false }
    writer.open(pcm)
    return true
  }

  private func fail() {
    enter(.over)
    let seconds = 60
    shared.failure.withLock { $0 = .lost(device: config.device, seconds: seconds) }
    shared.state.store(.failed, ordering: .releasing)
    shared.tell(.failed(at: sessionFrame(transport.place(at: writer.written))))
  }
}
