import KindlyLanguage
import KindlySound
import Testing
import KindlyVoices

/// A bell of `Voices/Bells/`, as the program has it.
struct ShippedBell: CustomTestStringConvertible, Sendable {
  let source: Source
  let bell: Bell
  /// Its file, in reports of tests.
  var testDescription: String { source.path }

  /// All of them.
  static let all: [ShippedBell] = texts.filter { "\($0.name)".hasSuffix(".bell") }.map { text in
    let source = Source(path: "\(text.name)", text: "\(text.body)")
    return ShippedBell(source: source, bell: read(bell: source).tree)
  }
}

/// One strike from frame 0 on to its end, as the renderer hears it: left and right.
func ring(_ bell: Bell, strength: Double = 1) -> (left: [Float], right: [Float]) {
  let struck = StruckBell(BellTable(bell), strength: strength)
  var ringing = BellRinging(capacity: struck.sound.oscillations)
  ringing.start(struck.sound, at: 0)
  let block = UnsafeMutablePointer<Float>.allocate(capacity: 128)
  defer { block.deallocate() }
  var (left, right): ([Float], [Float]) = ([], [])
  left.reserveCapacity(Int(struck.frames) + 64)
  right.reserveCapacity(Int(struck.frames) + 64)
  for index in 0..<(struck.frames + 63) / 64 {
    block.update(repeating: 0, count: 128)
    ringing.add(into: block, block: index)
    for place in 0..<64 {
      left.append(block[2 * place])
      right.append(block[2 * place + 1])
    }
  }
  left.removeLast(left.count - Int(struck.frames))
  right.removeLast(right.count - Int(struck.frames))
  return (left, right)
}
