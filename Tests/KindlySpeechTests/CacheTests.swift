import Glibc
import KindlySound
import Testing

@testable import KindlySpeech

@Suite struct CacheTests {
  private let folder = Folder()

  private func speak(_ texts: [String], lanes: Int = 1, program: String = workerProgram)
    -> [SpokenClip?]
  {
    let narrator = Narrator(cache: folder.path, program: program, lanes: lanes)
    return narrator.speak(texts.map { SpeechRequest(text: $0, voice: breathy) })
      .map { try? $0.get() }
  }

  private var entries: [String] {
    (CacheFiles.names(in: folder.path + "/clips") ?? []).map { folder.path + "/clips/" + $0 }
  }

  @Test func `what was spoken once needs no worker and sounds the same`() throws {
    let first = try #require(speak(["May I be safe."])[0])
    // Kept as the engine said it, then as it is heard.
    #expect(entries.map { $0.suffix(7) } == [".speech"])
    let early = try #require(speak(["May I be safe."], program: "/nowhere")[0])
    #expect(!early.clip.isFilled && early.clip.count == first.clip.count)
    #expect(parting(first.samples, early.samples) == nil)
    #expect(first.samples.contains { abs($0) > 0.05 })
    #expect(entries.map { $0.suffix(5) } == [".clip"])
    let again = try #require(speak(["May I be safe."], program: "/nowhere")[0])
    #expect(parting(first.samples, again.samples) == nil)
    #expect(first.words == again.words)
    #expect(!first.words.isEmpty)
    #expect(speak(["May I be well."], program: "/nowhere")[0] == nil)
    #expect(ClipCache(folder: folder.path).usage().clips == 1)
  }

  @Test func `everything that can change the sound is part of the key`() {
    let base = SpeechRequest(text: "May I be safe.", voice: breathy)
    var others = [SpeechRequest(text: "May I be safe", voice: breathy)]
    func change(_ body: (inout SpeechRequest) -> Void) {
      var request = base
      body(&request)
      others.append(request)
    }
    change { $0.pace = 0.9 }
    change { $0.pronunciations = [Respelling(word: "safe", spoken: "sayf")] }
    change { $0.voice.pronunciations = [Respelling(word: "safe", spoken: "safe")] }
    change { $0.voice.loudness = -21 }
    change { $0.voice.tone.removeLast() }
    change { $0.voice.tone[0] = Voice.Filter(shape: .highPass, frequency: 146) }
    change { $0.voice.speed.wanted = 111 }
    change { $0.voice.engine = .espeak(EspeakVoice(voice: "en-us", pitch: 5, volume: 20)) }
    change {
      $0.voice.engine = .espeak(
        EspeakVoice(voice: "en-us", variant: .named("Alicia"), pitch: 5, volume: 20))
    }
    let keys = ([base] + others).map { ClipKey(of: $0, engine: "1") }
    #expect(Set(keys).count == keys.count)
    #expect(ClipKey(of: base, engine: "2") != keys[0])
    var renamed = base
    renamed.voice.name = "other"
    #expect(ClipKey(of: renamed, engine: "1") == keys[0])
  }

  @Test func `speech that is damaged before it is shaped is spoken again`() throws {
    let expected = try #require(speak(["May I be safe."])[0])
    let path = try #require(entries.first { $0.hasSuffix(".speech") })
    let key = ClipKey(
      of: SpeechRequest(text: "May I be safe.", voice: breathy),
      engine: EspeakInstallation.find().identity)
    let good = try #require(CacheFiles.read(path, most: 1 << 24))
    var dice = Dice(state: 43)
    for _ in 0..<(isLong ? 1000 : 60) {
      var bad = good
      bad[Int.random(in: 0..<bad.count, using: &dice)] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      #expect(bad.withUnsafeBytes { CacheFiles.write([$0], to: path) })
      #expect(ClipFile.read(path, for: key) == nil)
    }
    for cut in [0, 7, 40, 128, good.count - 1] {
      #expect(Array(good.prefix(cut)).withUnsafeBytes { CacheFiles.write([$0], to: path) })
      #expect(ClipFile.read(path, for: key) == nil)
    }
    // It was damaged after its length was known: spoken again when it is due.
    #expect(expected.clip.fill())
    let fresh = Narrator(cache: nil, program: workerProgram)
    let request = SpeechRequest(text: "May I be safe.", voice: breathy)
    #expect(parting(try fresh.speak([request])[0].get().samples, expected.samples) == nil)
  }

  @Test func `a damaged entry is spoken again, never played`() throws {
    let expected = try #require(speak(["May I be safe."])[0])
    #expect(expected.clip.fill())
    let path = try #require(entries.first)
    let key = ClipKey(
      of: SpeechRequest(text: "May I be safe.", voice: breathy),
      engine: EspeakInstallation.find().identity)
    let good = try #require(CacheFiles.read(path, most: 1 << 24))
    var dice = Dice(state: 42)
    for _ in 0..<(isLong ? 1000 : 60) {
      var bad = good
      let place = Int.random(in: 0..<bad.count, using: &dice)
      bad[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      #expect(bad.withUnsafeBytes { CacheFiles.write([$0], to: path) })
      // The broken file is not read; what is spoken anew takes its place.
      #expect(ClipFile.read(path, for: key) == nil, "byte \(place)")
    }
    for cut in [0, 7, 31, 32, 40, 128, good.count - 1] {
      #expect(Array(good.prefix(cut)).withUnsafeBytes { CacheFiles.write([$0], to: path) })
      #expect(ClipFile.read(path, for: key) == nil)
      #expect(ClipFile.contents(of: path, for: key) == nil, "\(cut) bytes")
    }
    // Its length is right, and a sample is not: that is found when it is due.
    var bad = good
    bad[good.count / 2] ^= 1
    #expect(bad.withUnsafeBytes { CacheFiles.write([$0], to: path) })
    #expect(ClipFile.contents(of: path, for: key)?.frames == expected.clip.count)
    let again = try #require(speak(["May I be safe."])[0])
    #expect(parting(expected.samples, again.samples) == nil)
    #expect(ClipFile.read(path, for: key) != nil)
  }

  @Test func `an entry under another's name is not played`() throws {
    for spoken in speak(["one", "two"]) { #expect(spoken?.clip.fill() == true) }
    let paths = entries
    try #require(paths.count == 2)
    #expect(rename(paths[0], paths[1]) == 0)
    let fresh = Narrator(cache: nil, program: workerProgram)
    for text in ["one", "two"] {
      let request = SpeechRequest(text: text, voice: breathy)
      let right = try fresh.speak([request])[0].get()
      #expect(parting(right.samples, try #require(speak([text])[0]).samples) == nil)
    }
  }

  @Test func `a folder that cannot be written works, slower`() throws {
    let blocked = folder.path + "/blocked"
    #expect([UInt8(1)].withUnsafeBytes { CacheFiles.write([$0], to: blocked) })
    let narrator = Narrator(cache: blocked, program: workerProgram)
    for _ in 0..<2 {
      let spoken = try narrator.speak([SpeechRequest(text: "one", voice: breathy)])[0].get()
      #expect(spoken.clip.count > 10_000)
    }
  }

  @Test func `the clips used longest ago go first`() {
    let cache = ClipCache(folder: folder.path, most: 1_000_000)
    let clip = [Float](repeating: 0.5, count: 25_000)
    func key(_ number: Int) -> ClipKey {
      ClipKey(of: SpeechRequest(text: "\(number)", voice: plain), engine: "")
    }
    for number in 0..<40 {
      #expect(cache.keep(samples: clip, words: [], for: key(number)))
      let old = timespec(tv_sec: 1_000_000 + number, tv_nsec: 0)
      _ = utimensat(
        AT_FDCWD, folder.path + "/clips/" + key(number).digest + ".clip", [old, old], 0)
    }
    #expect(cache.usage().bytes <= 1_200_000)
    #expect(cache.contents(for: key(39)) != nil)
    #expect(cache.contents(for: key(0)) == nil)
    #expect(cache.clear().clips > 0)
    #expect(cache.usage().clips == 0)
  }

  @Test func `clips are forgotten by a name in their text, and so are those of unknown text`()
    throws
  {
    let cache = ClipCache(folder: folder.path)
    let clip = [Float](repeating: 0.5, count: 100)
    let texts = ["Welcome, Mira.", "May MIRA be safe.", "Welcome, Ben.", ""]
    let keys = texts.map { ClipKey(of: SpeechRequest(text: $0, voice: plain), engine: "") }
    for key in keys { #expect(cache.keep(samples: clip, words: [], for: key)) }
    let old = folder.path + "/clips/old.clip"
    let earlier = Array("KNDLCLP1".utf8) + [UInt8](repeating: 0, count: 200)
    #expect(earlier.withUnsafeBytes { CacheFiles.write([$0], to: old) })
    #expect(cache.forget("mira").forgotten.clips == 3)
    #expect(keys.map { cache.contents(for: $0) != nil } == [false, false, true, true])
    #expect(cache.forget("mira").forgotten.clips == 0)
  }

  @Test func `many narrators share a folder`() {
    let texts = (0..<12).map { "Wish number \($0)." }
    let results = (0..<4).map { _ in
      (
        Narrator(cache: folder.path, program: workerProgram, lanes: 2),
        texts.map { SpeechRequest(text: $0, voice: breathy) }
      )
    }.map { narrator, requests in narrator.speak(requests).compactMap { try? $0.get().samples } }
    for clips in results {
      #expect(clips.count == texts.count)
      #expect(zip(clips, results[0]).allSatisfy { parting($0, $1) == nil })
    }
    #expect(!entries.contains { $0.contains("draft") })
  }
}
