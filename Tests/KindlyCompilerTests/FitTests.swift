import KindlyCompiler
import Testing

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Glue {
  static let line = VoiceFacts(name: "", languages: []).line
  static let paragraph = VoiceFacts(name: "", languages: []).paragraph
  static let section = VoiceFacts(name: "", languages: []).section

  static func echo(after spoken: Int64) -> Glue {
    Glue(
      floor: spoken + 48_000, low: spoken + 96_000, natural: spoken + 192_000,
      high: 3 * (spoken + 192_000), ceiling: 3 * (spoken + 192_000), readiness: 2)
  }

  /// Any glue that the language knows.
  static func random(_ random: inout Seeded, rests: Bool) -> Glue {
    let frames = Int64.random(in: 0...5_000_000, using: &random)
    let other = frames + Int64.random(in: 0...5_000_000, using: &random)
    switch Int.random(in: 0...(rests ? 8 : 6), using: &random) {
    case 0: return Glue(rigid: frames)
    case 1: return Glue(about: frames)
    case 2: return Glue(between: frames, and: other)
    case 3: return .line
    case 4: return .paragraph
    case 5: return .section
    case 6: return .echo(after: frames)
    default: return Glue(restOf: Int64.random(in: 1...5, using: &random))
    }
  }
}

private func instance(_ seed: Int) -> [Glue] {
  var random = Seeded(seed)
  let rests = Bool.random(using: &random)
  let count = Int.random(in: 1...60, using: &random)
  return (0..<count).map { _ in Glue.random(&random, rests: rests) }
}

/// The sum of floors and of ceilings; nil for no end.
private func bounds(_ glues: [Glue]) -> (Int64, Int64?) {
  let shortest = glues.reduce(0) { $0 + $1.floor }
  let endless = glues.contains { $0.ceiling == Glue.unlimited }
  return (shortest, endless ? nil : glues.reduce(0) { $0 + $1.ceiling })
}

private func solved(_ glues: [Glue], _ length: Int64) -> [Int64]? {
  if case .lengths(let lengths) = fit(glues, into: length) { lengths } else { nil }
}

/// Weights and capacities of every size, so that few silences fill at the same moment.
private func uneven(_ seed: Int) -> [Glue] {
  var random = Seeded(seed)
  return (0..<60).map { place in
    let natural = Int64(1) << Int64.random(in: 6...30, using: &random)
    let floor = Int64.random(in: 0...natural, using: &random)
    let low = Int64.random(in: floor...natural, using: &random)
    let room = Int64(1) << Int64.random(in: 0...30, using: &random)
    return Glue(
      floor: floor, low: low, natural: natural, high: natural + room,
      ceiling: natural + room + Int64.random(in: 0...room, using: &random),
      readiness: [1, 2, 4][place % 3])
  }
}

/// The solver as the design words it, with a sort and no regard for speed.
private func byTheBook(_ glues: [Glue], _ length: Int64) -> [Int64]? {
  func fill(_ amount: Int64, _ claims: [(index: Int, capacity: Int64, weight: Int64)])
    -> (parts: [Int: Int64], left: Int64)
  {
    var queue = claims.sorted { one, other in
      let left = Int128(one.capacity) * Int128(other.weight)
      let right = Int128(other.capacity) * Int128(one.weight)
      return left != right ? left < right : one.index < other.index
    }
    var left = Int128(amount)
    var parts: [Int: Int64] = [:]
    while let first = queue.first,
      Int128(first.capacity) * queue.reduce(0, { $0 + Int128($1.weight) })
        <= left * Int128(first.weight)
    {
      parts[first.index] = first.capacity
      left -= Int128(first.capacity)
      queue.removeFirst()
    }
    guard !queue.isEmpty else { return (parts, Int64(left)) }
    let weight = queue.reduce(0) { $0 + Int128($1.weight) }
    for claim in queue { parts[claim.index] = Int64(left * Int128(claim.weight) / weight) }
    let over = left - queue.reduce(0) { $0 + Int128(parts[$1.index] ?? 0) }
    for index in queue.map(\.index).sorted().prefix(Int(over)) { parts[index, default: 0] += 1 }
    return (parts, 0)
  }

  var lengths = glues.map(\.natural)
  var left = length - lengths.reduce(0, +)
  let sign: Int64 = left < 0 ? -1 : 1
  left *= sign
  let rests = glues.indices.filter { glues[$0].shares > 0 }
  let rounds: [(Glue) -> Int64] =
    sign < 0
    ? [{ $0.natural - $0.low }, { $0.low - $0.floor }]
    : [
      { $0.high == Glue.unlimited ? Glue.unlimited : $0.high - $0.natural },
      { $0.ceiling == Glue.unlimited ? Glue.unlimited : $0.ceiling - $0.high },
    ]
  for room in rounds where left > 0 {
    let onlyRests = sign > 0 && !rests.isEmpty
    let claims = (onlyRests ? rests : glues.indices.filter { glues[$0].readiness > 0 }).map {
      (
        index: $0, capacity: onlyRests ? Glue.unlimited : room(glues[$0]),
        weight: onlyRests
          ? glues[$0].shares : glues[$0].readiness * max(1, glues[$0].natural / 48)
      )
    }
    let (parts, rest) = fill(left, claims)
    for (index, part) in parts { lengths[index] += sign * part }
    left = rest
  }
  return left == 0 ? lengths : nil
}

@Suite struct `Length solver` {
  @Test(arguments: 0..<400)
  func `the sum is exact and every silence keeps its bounds`(seed: Int) throws {
    let glues = instance(seed)
    var random = Seeded(seed + 1_000_000)
    let (shortest, longest) = bounds(glues)
    for _ in 0..<10 {
      let length = Int64.random(in: shortest...(longest ?? shortest * 4 + 1_000), using: &random)
      let lengths = try #require(solved(glues, length))
      #expect(lengths.reduce(0, +) == length)
      let broken = zip(glues, lengths).first { $0.floor > $1 || $0.ceiling < $1 }
      #expect(broken == nil)
    }
  }

  @Test(arguments: 0..<200)
  func `outside of its bounds it says by how much`(seed: Int) {
    let glues = instance(seed)
    let (shortest, longest) = bounds(glues)
    #expect(fit(glues, into: shortest - 7) == .tooShort(by: 7))
    if let longest { #expect(fit(glues, into: longest + 9) == .tooLong(by: 9)) }
  }

  @Test(arguments: 0..<200)
  func `marks are passed together`(seed: Int) throws {
    let glues = instance(seed)
    var random = Seeded(seed + 2_000_000)
    let (shortest, longest) = bounds(glues)
    let length = Int64.random(in: shortest...(longest ?? shortest * 4 + 1_000), using: &random)
    let lengths = try #require(solved(glues, length))
    let pairs = zip(glues, lengths)
    let shrunk = pairs.contains { $1 < $0.natural }
    let grown = pairs.contains { $1 > $0.natural }
    #expect(!(shrunk && grown))
    if pairs.contains(where: { $1 < $0.low }) {
      #expect(pairs.allSatisfy { $1 <= $0.low })
    }
    if glues.contains(where: { $0.shares > 0 }) {
      #expect(pairs.allSatisfy { $1 <= $0.natural || $0.shares > 0 })
    } else if pairs.contains(where: { $1 > $0.high }) {
      #expect(pairs.allSatisfy { $1 >= $0.high })
    }
  }

  /// A frame that is left over after rounding goes to the earlier silence, so single silences may
  /// step back by one frame, never by more.
  @Test(arguments: 0..<200)
  func `a longer session shortens no silence`(seed: Int) throws {
    let glues = instance(seed)
    var random = Seeded(seed + 3_000_000)
    let (shortest, longest) = bounds(glues)
    let most = longest ?? shortest * 4 + 1_000
    let asked = (0..<6).map { _ in Int64.random(in: shortest...most, using: &random) }.sorted()
    var before: [Int64]?
    for length in asked {
      let now = try #require(solved(glues, length))
      if let before { #expect(zip(before, now).allSatisfy { $0 <= $1 + 1 }) }
      before = now
    }
  }

  @Test(arguments: 0..<300)
  func `it agrees with the procedure of the design, done by the book`(seed: Int) {
    var random = Seeded(seed + 4_000_000)
    let glues = seed % 2 == 0 ? instance(seed) : uneven(seed)
    let (shortest, longest) = bounds(glues)
    for _ in 0..<10 {
      let length = Int64.random(in: shortest...(longest ?? shortest * 4 + 1_000), using: &random)
      #expect(solved(glues, length) == byTheBook(glues, length))
    }
  }

  /// The design's ten-minute metta has rigid 2:26, natural 7:42, shortest 4:00; these silences do.
  @Test(arguments: [
    (5, [1.5, 3.7, 13]), (10, [2.3, 7.3, 45]), (20, [3, 17.5, 104]), (45, [3, 17.5, 282]),
  ])
  func `the worked practice comes out as the design has it`(minutes: Int, seconds: [Double])
    throws
  {
    let rigid: Int64 = 146 * 48_000
    var glues = Array(repeating: Glue.line, count: 4)
    let wish: Int64 = 88_320
    glues += Array(repeating: .echo(after: wish), count: 8)
    glues += [Glue(about: 30 * 48_000), .paragraph, .section, .section]
    glues += [60, 60, 60, 30].map { Glue(about: $0 * 48_000) }
    #expect((rigid + glues.reduce(0) { $0 + $1.natural }) / 48_000 == 461)
    #expect((rigid + bounds(glues).0) / 48_000 == 240)
    let lengths = try #require(solved(glues, Int64(minutes) * 60 * 48_000 - rigid))
    let shown = [lengths[0], lengths[4], lengths[12]].map { Double($0) / 48_000 }
    for (one, other) in zip(shown, seconds) {
      #expect(abs(one - other) <= max(0.05, other / 40), "\(shown)")
    }
  }

  @Test func `the same is solved the same way`() {
    let glues = instance(7)
    let (shortest, _) = bounds(glues)
    #expect(fit(glues, into: shortest + 12_345) == fit(glues, into: shortest + 12_345))
  }

  @Test func `frames left over go one each in text order`() {
    let glue = Glue(about: 48_000)
    #expect(fit([glue, glue, glue], into: 144_002) == .lengths([48_001, 48_001, 48_000]))
  }

  @Test func `line gaps are capped, wishes and pauses open up`() throws {
    let glues = [Glue.line, Glue(about: 1_440_000), Glue.line]
    let lengths = try #require(solved(glues, 10_000_000))
    #expect(lengths == [144_000, 9_712_000, 144_000])
  }

  @Test func `with rests everything else stays natural`() throws {
    let glues = [Glue.line, Glue(restOf: 1), Glue(about: 480_000), Glue(restOf: 2)]
    let lengths = try #require(solved(glues, 10_000_000))
    #expect(lengths[0] == 96_000)
    #expect(lengths[2] == 480_000)
    let over = 10_000_000 - 96_000 - 480_000 - 3 * 1_440_000 as Int64
    #expect(lengths[1] == 1_440_000 + over / 3 + (over % 3 > 0 ? 1 : 0))
  }

  @Test func `very large numbers do not overflow`() throws {
    let huge = Int64.max / 64
    let glues = [
      Glue(between: 0, and: huge), Glue(between: 0, and: huge / 3), Glue(about: huge / 9),
    ]
    let lengths = try #require(solved(glues, huge))
    #expect(lengths.reduce(0, +) == huge)
  }

  @Test func `nothing at all fits nothing`() {
    #expect(fit([], into: 0) == .lengths([]))
    #expect(fit([], into: 5) == .tooLong(by: 5))
    #expect(fit([], into: -5) == .tooShort(by: 5))
  }
}
