import KindlySound
import Testing

@Suite struct BellBoundTests {
  @Test(arguments: [1.0, 0.3])
  func `no sample of a struck bell passes its bound, which only falls`(strength: Double) {
    let bell = StruckBell(BellTable(TestBells.bowl), strength: strength)
    var ringing = BellRinging(capacity: bell.oscillations)
    ringing.start(bell.sound, at: 0)
    var block = [Float](repeating: 0, count: 128)
    var last = Float.infinity
    for index in 0..<bell.frames / 64 {
      block.withUnsafeMutableBufferPointer {
        $0.update(repeating: 0)
        if let out = $0.baseAddress { ringing.add(into: out, block: index) }
      }
      let most = bell.most(from: index * 64)
      #expect(most <= last)
      last = most
      if (block.map(abs).max() ?? 0) > most { Issue.record("block \(index)") }
    }
    #expect(bell.most(from: bell.frames) == 0)
    #expect(bell.most(from: 0) > 0)
  }
}
