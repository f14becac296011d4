import Kindly
import KindlyBase
import KindlyTimeline
import Synchronization

extension Document {
  /// Plays a picture on the device of this machine, or stops what plays there.
  ///
  /// Answers when the device is open, or says why it is not; the pages are told what is heard there.
  func playOnMachine(
    _ asked: JSON?, _ sound: MachineSound, _ done: @escaping @Sendable (Answer) -> Void
  ) {
    guard let start = asked?["from"]?.whole else {
      sound.stop()
      return done(.json(.object([("stopped", .bool(true))])))
    }
    guard let picture = picture(asked?["picture"]?.whole.map { Int($0) }) else {
      return done(.refused(410, "That picture is gone; there is a newer one."))
    }
    let end = picture.performance.timeline.frames
    guard Frames.zero..<end ~= Frames(start) else {
      return done(.refused(400, "Choose a place before the end."))
    }
    let hasBegun = Atomic(false)
    sound.play(picture.performance.score, from: Frames(start)) { [self] news in
      switch news {
      case .heard(let frame):
        let isFirst = !hasBegun.exchange(true, ordering: .relaxed)
        tellMachine([
          ("frame", .int(min(frame, end).count)), ("picture", .int(Int64(picture.number))),
        ])
        if isFirst { done(.json(.object([("begun", .bool(true))]))) }
      case .ended(let sentence):
        if hasBegun.load(ordering: .relaxed) {
          tellMachine([("frame", .null), ("sentence", sentence.map(JSON.string) ?? .null)])
        } else {
          done(
            sentence.map { .refused(503, $0) } ?? .json(.object([("stopped", .bool(true))])))
        }
      }
    }
  }

  private func tellMachine(_ members: [(String, JSON)]) {
    tellAll(JSON.object([("is", .string("machine"))] + members).line)
  }
}
