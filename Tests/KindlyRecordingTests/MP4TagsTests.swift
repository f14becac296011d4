import KindlyTimeline
import Testing

@testable import KindlyRecording

@Suite struct MP4TagsTests {
  private let tags = MP4Tags(
    loudness: TrackLoudness(integrated: -20, peak: 0.25), performer: "Zoë", language: "en")

  private func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var box = Bytes()
    box.big(UInt32(content.count + 8))
    box.text(name)
    return box.all + content
  }

  /// A table of contents with one track, whose places of sound are `places`, and one tag.
  private func movie(_ table: String, _ places: [UInt8], count: UInt8) -> [UInt8] {
    let table = box(table, [0, 0, 0, 0, 0, 0, 0, count] + places)
    let track = box("trak", box("mdia", box("minf", box("stbl", table))))
    let list = box("ilst", box("name", box("data", Array("Sitting".utf8))))
    let user = box("udta", box("meta", [0, 0, 0, 0] + box("hdlr", [1, 2, 3]) + list))
    return box("moov", box("mvhd", [9]) + track + user)
  }

  @Test func `every size around the list grows, and the places of the sound move`() throws {
    let old = movie("stco", [0, 0, 1, 0, 0, 0, 2, 0], count: 2)
    let new = try #require(tags.adding(to: old, movesSound: true))
    let more = tags.boxes.count
    #expect(new.count == old.count + more)
    #expect(Atom.places(in: new[...]).map(\.place) == [0..<new.count])
    #expect(Array(new.suffix(more)) == tags.boxes)
    let table = try #require(place(of: "stco", in: new))
    var moved = Bytes()
    for place in [256, 512] { moved.big(UInt32(place + more)) }
    #expect(Array(new[table + 12..<table + 20]) == moved.all)
    // Sound that lies before the table stays.
    let still = try #require(tags.adding(to: old, movesSound: false))
    #expect(Array(still[table + 12..<table + 20]) == [0, 0, 1, 0, 0, 0, 2, 0])
  }

  @Test func `places of eight bytes move too`() throws {
    let old = movie("co64", [0, 0, 0, 1, 0, 0, 0, 0], count: 1)
    let new = try #require(tags.adding(to: old, movesSound: true))
    let table = try #require(place(of: "co64", in: new))
    let more = UInt8(tags.boxes.count & 255)
    #expect(new[table + 15] == 1 && new[table + 19] == more)
  }

  @Test func `a broken table is left as it is`() {
    #expect(tags.adding(to: movie("stco", [0, 0, 1, 0], count: 2), movesSound: true) == nil)
    let full = movie("stco", [255, 255, 255, 255], count: 1)
    #expect(tags.adding(to: full, movesSound: true) == nil)
    #expect(tags.adding(to: box("moov", box("mvhd", [1])), movesSound: false) == nil)
    #expect(tags.adding(to: [], movesSound: false) == nil)
    let whole = movie("stco", [0, 0, 1, 0], count: 1)
    for end in 0..<whole.count {
      #expect(tags.adding(to: Array(whole.prefix(end)), movesSound: true) == nil)
    }
    #expect(tags.adding(to: whole, movesSound: true) != nil)
  }

  @Test(.enabled(if: has("ffmpeg"), "ffmpeg is not installed"))
  func `the sound of a file with tags added is what ffmpeg made`() throws {
    let folder = Folder()
    let tone = Tone()
    var recording = Recording.sample(Encoding(format: .m4a))
    let plain = folder.file("plain.m4a")
    _ = try recording.write(to: plain, from: tone.fill)
    recording.tags.performer = "Zoë"
    let tagged = folder.file("tagged.m4a")
    let again = Tone()
    _ = try recording.write(to: tagged, from: again.fill)
    #expect(bytes(of: tagged).count > bytes(of: plain).count)
    let sound = [plain, tagged].map { path in
      run(["ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-"]).output
    }
    #expect(sound[0].count > 500_000)
    #expect(firstDifference(sound[0], sound[1]) == nil)
    #expect(FileFacts(path: tagged)?.chapters.map(\.name) == ["Arriving", "Resting – still"])
  }

  private func place(of name: String, in bytes: [UInt8]) -> Int? {
    let name = Array(name.utf8)
    return (4..<bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual(name) }
  }
}
