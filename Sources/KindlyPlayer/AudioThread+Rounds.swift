import Synchronization

extension AudioThread {
  /// Does what is due; tells how long to sleep, nil for until the next command.
  func goRound() -> Int64? {
    switch stage {
    case .resting: rest()
    case .running: play()
    case .absent: lookForDevice()
    case .over: 0
    }
  }

  /// Nothing sounds: starts if there is something to hear, and lets go of the device after a while.
  private func rest() -> Int64? {
    if transport.hasEnded {
      finish()
      return nil
    }
    guard transport.wantsSound else {
      guard writer.isOpen else { return nil }
      let left = since + 30_000_000_000 - Clock.now()
      if left > 0 { return left }
      writer.close()
      return nil
    }
    let place = transport.place(at: writer.written)
    guard writer.isOpen || reopen(), writer.begin(&transport) else {
      lose(heard: writer.written)
      return 0
    }
    enter(.running)
    slept = config.slept()
    shared.state.store(.playing, ordering: .releasing)
    shared.tell(.resumed(at: sessionFrame(place)))
    publish(heard: writer.heardAtStart, runs: true)
    return writer.nap(until: nil)
  }

  /// Sound is on its way: keeps the device full.
  private func play() -> Int64? {
    let status = writer.status()
    if config.slept() - slept > 1_000_000_000 {
      sleepWell(heard: writer.written - Int64(max(0, status.delay)))
      return 0
    }
    switch status.state {
    case .running: break
    case .underrun: return recover()
    case .suspended:
      sleepWell(heard: anchor.heard(at: Clock.now(), rate: speed))
      return 0
    case .idle, .gone:
      lose(heard: anchor.heard(at: Clock.now(), rate: speed))
      return 0
    }
    let heard = settled(writer.written - Int64(max(0, status.delay)), status)
    writer.fill(&transport, room: status.room)
    publish(heard: heard, at: status.time, runs: true)
    if let silence = transport.silentSince, heard >= silence {
      comeToRest()
      return 0
    }
    if isStuck(heard: heard) {
      shared.tell(.stuck(at: sessionFrame(transport.place(at: heard))))
      lose(heard: heard)
      return 0
    }
    return writer.nap(until: transport.silentSince)
  }

  /// The frame heard at the status's time.
  ///
  /// A thread that was kept from running while it looked does not know when the device answered. If
  /// that is more than half a millisecond, the clock since the last good look knows better, unless the
  /// two contradict each other.
  private func settled(_ heard: Int64, _ status: PCM.Status) -> Int64 {
    let expected = anchor.heard(at: status.time, rate: speed)
    let doubt = Int64(Double(status.doubt) * speed / 1e9)
    guard status.doubt > 500_000, abs(heard - expected) <= doubt else { return heard }
    return expected
  }

  /// The last sound has been heard.
  private func comeToRest() {
    if transport.hasEnded {
      finish()
      return
    }
    enter(.resting)
    writer.silence()
    _ = transport.hold(from: writer.written, count: writer.written)
    publish(heard: writer.written, runs: false)
    shared.state.store(.paused, ordering: .releasing)
    shared.tell(.paused(at: sessionFrame(transport.place(at: writer.written))))
  }

  private func finish() {
    enter(.over)
    publish(heard: transport.produced, runs: false)
    shared.state.store(.finished, ordering: .releasing)
    shared.tell(.finished(at: sessionFrame(transport.place(at: transport.produced))))
  }
}
