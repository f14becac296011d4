import KindlyBase
import KindlyTimeline
import Testing

@Suite struct `A session as a picture` {
  private func seconds(_ value: Double) -> Frames { Frames(seconds: value) }

  private func sitting(_ length: Double = 600) -> Timeline {
    func event(_ start: Double, _ length: Double, _ line: Int, _ kind: Event.Kind) -> Event {
      Event(start: seconds(start), frames: seconds(length), line: line, section: 0, kind: kind)
    }
    let words = Speech(
      utterance: Utterance(text: "Sit & rest <here>.", voice: "calm", language: "en"))
    var wish = words
    wish.isPhrase = true
    return Timeline(
      title: "An \"evening\"", frames: seconds(length),
      sections: [
        Section(name: "Arriving", start: .zero, frames: seconds(60), line: 3),
        Section(name: "Wishes", start: seconds(60), frames: seconds(length - 60), line: 9),
      ],
      events: [
        event(0, 30, 4, .bell(Strike(bell: "bowl", strength: 1))),
        event(0, 8, 4, .pause(Pause(natural: seconds(8), flexible: false))),
        event(8, 2, 5, .speech(words)),
        event(10, 52, 6, .pause(Pause(natural: seconds(20), flexible: true))),
        event(62, 3, 10, .speech(wish)),
        event(65, 4, 11, .breath(.inward)),
        event(69, 6, 11, .breath(.outward)),
        event(75, length - 105, 12, .pause(Pause(natural: seconds(30), flexible: true))),
        event(length - 30, 30, 13, .bell(Strike(bell: "bowl", strength: 0.5))),
      ],
      backgrounds: [BackgroundSpan(name: "rain", start: .zero, frames: seconds(length))])
  }

  /// How often a text is part of another.
  private func count(_ part: String, in text: String) -> Int {
    var count = 0
    var rest = Array(text.utf8)[...]
    let part = Array(part.utf8)
    while rest.count >= part.count {
      if rest.starts(with: part) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }

  @Test func `text is text, and safe`() {
    let picture = sitting().picture()
    #expect(picture.contains("<title id=\"title\">An &quot;evening&quot;</title>"))
    #expect(picture.contains(">Sit &amp; rest &lt;here&gt;.</text>"))
    #expect(picture.contains(">Wishes</text>"))
    #expect(!picture.contains("<here>"))
  }

  @Test func `it is described in words`() {
    #expect(
      sitting().description
        == "Lasts 10:00, 2 sections, 98 % silence; a bell at the beginning and at 9:30.")
    #expect(
      Timeline(title: "", frames: .zero, sections: [], events: []).description
        == "Lasts 0:00; no bell.")
  }

  @Test func `every kind is drawn, each in a shape of its own`() {
    let picture = sitting().picture(theme: .light)
    #expect(count("<path class=\"bell\"", in: picture) == 3)
    #expect(count("<rect class=\"exact\"", in: picture) == 2)
    #expect(count("<path class=\"breath\"", in: picture) == 3)
    #expect(count("class=\"wish\"", in: picture) == 2)
    #expect(count("class=\"flexible\"", in: picture) > 8)
    #expect(picture.contains("Silence, 52 s, naturally 20 s, line 6"))
    #expect(count("class=\"background\"", in: picture) > 10)
  }

  @Test func `an hour and a day fit a sheet`() {
    for (length, rows) in [(20.0, 1), (600, 10), (3_600, 12), (86_400, 12)] {
      let times = count("text-anchor=\"end\"", in: sitting(max(length, 120)).picture())
      #expect(length < 120 || times == rows, "\(length) s")
    }
  }

  @Test func `thousands of events in one place cost no more than can be seen`() {
    var timeline = sitting(86_400)
    let strike = Strike(bell: "bowl", strength: 1)
    timeline.events += (0..<20_000).flatMap { index in
      [
        Event(
          start: seconds(100 + Double(index) * 0.4), frames: seconds(0.1), line: 20, section: 1,
          kind: .pause(Pause(natural: .zero, flexible: false))),
        Event(
          start: seconds(100 + Double(index) * 0.4), frames: seconds(1), line: 20, section: 1,
          kind: .bell(strike)),
      ]
    }
    #expect(timeline.picture().utf8.count < 600_000)
  }

  @Test func `the shape of words comes from their sound`() {
    let loud = sitting().picture(shapes: [2: [1, 1, 1, 1], 4: [1]])
    let soft = sitting().picture(shapes: [2: [0, 0, 0, 0], 4: [0]])
    #expect(loud != soft)
    #expect(loud == sitting().picture(shapes: [2: [1, 1, 1, 1], 4: [1]]))
  }

  @Test func `light, dark, or as the desktop`() {
    let automatic = sitting().picture()
    #expect(automatic.contains("prefers-color-scheme: dark"))
    for colours in [PictureColours.light, .dark] {
      #expect(automatic.contains(colours.page))
      #expect(automatic.contains(colours.bell))
    }
    #expect(!sitting().picture(theme: .dark).contains(PictureColours.light.page))
  }

  @Test func `what is read has contrast, and kinds differ in grey`() {
    for colours in [PictureColours.light, .dark] {
      func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (Colour(one).luminance, Colour(other).luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
      }
      for words in [colours.ink, colours.quiet] { #expect(contrast(words, colours.page) >= 4.5) }
      #expect(contrast(colours.ink, colours.exact) >= 4.5)
      #expect(contrast(colours.ink, colours.flexible) >= 4.5)
      for shape in [
        colours.bell, colours.breath, colours.wish, colours.background, colours.edge,
      ] {
        #expect(contrast(shape, colours.page) >= 3, "\(shape)")
      }
      #expect(contrast(colours.exact, colours.flexible) >= 1.3)
      #expect(contrast(colours.exact, colours.page) >= 1.4)
    }
  }

  @Test func `colour-blind eyes tell the colours apart that lie beside each other`() {
    for colours in [PictureColours.light, .dark] {
      for eyes in Colour.eyes {
        let beside = [
          (colours.bell, colours.ink), (colours.bell, colours.exact),
          (colours.bell, colours.breath),
          (colours.breath, colours.exact), (colours.breath, colours.ink),
          (colours.wish, colours.background), (colours.wish, colours.exact),
          (colours.background, colours.page),
        ]
        for (one, other) in beside {
          let distance = Colour(one).seen(by: eyes).distance(to: Colour(other).seen(by: eyes))
          #expect(distance > 0.08, "\(one) \(other)")
        }
      }
    }
  }
}

/// A colour as light: red, green and blue in proportion to their energy.
private struct Colour {
  var red: Double
  var green: Double
  var blue: Double

  init(_ text: String) {
    let value = Int(text.dropFirst(), radix: 16) ?? 0
    func light(_ byte: Int) -> Double {
      // Close to the curve of sRGB, without powers.
      let part = Double(byte & 0xFF) / 255
      return part * part * (0.8 + 0.2 * part)
    }
    (red, green, blue) = (light(value >> 16), light(value >> 8), light(value))
  }

  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// Eyes without red, green and blue receptors: Machado, Oliveira and Fernandes (2009), severity 1.
  static let eyes: [[Double]] = [
    [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
    [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
  ]

  func seen(by eyes: [Double]) -> Colour {
    var seen = self
    seen.red = eyes[0] * red + eyes[1] * green + eyes[2] * blue
    seen.green = eyes[3] * red + eyes[4] * green + eyes[5] * blue
    seen.blue = eyes[6] * red + eyes[7] * green + eyes[8] * blue
    return seen
  }

  func distance(to other: Colour) -> Double {
    let parts = [red - other.red, green - other.green, blue - other.blue]
    return parts.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
