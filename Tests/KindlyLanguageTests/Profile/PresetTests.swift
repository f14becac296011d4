import KindlyLanguage
import Testing

@Suite struct PresetTests {
  private func read(_ text: String) -> Reading<Profile> {
    KindlyLanguage.read(profile: Source(path: "me.profile", text: text))
  }

  @Test func `everything a preset can say is read, and written as it was`() {
    let lines = [
      "evening is metta, 25 min, voice warm, bell rin, background rain, softly",
      "Maya's is metta-friend, toward Maya, she, phrases ease, volume 80, in 30 s, fade-in 2m",
      "dawn is sit, open, every 3-7m, strikes 3, warm-up 2m, cool-down 2m",
      "noon is sit, 40 min, bells at 10 min and 30 min, tell 5m",
      "third is first-week:3",
    ]
    let reading = read(lines.map { "Preset: " + $0 }.joined(separator: "\n"))
    #expect(reading.diagnostics == [])
    #expect(
      Set(reading.tree.presets.map(\.value.text))
        == [
          lines[0],
          "Maya's is metta-friend, phrases ease, toward Maya, she, volume 80, in 30 s, fade-in 2m",
          lines[2], lines[3], lines[4],
        ])
    let noon = reading.tree.preset(named: "NOON")
    #expect(noon?.settings[.bellsAt] == "10 min,30 min")
    #expect(reading.tree.preset(named: "night") == nil)
  }

  @Test(arguments: [
    ("evening", "does not name a preset"), ("is metta", "does not name a preset"),
    ("a/b is metta", "can't be the name"), ("x is metta, loudly", "I can't read \"loudly\""),
    ("x is metta, bell rin, bell bowl", "says its bell twice"),
    ("x is metta, every 5m", "for sits in silence"), ("x is metta, open", "for sits in silence"),
    ("x is metta, volume 180", "I can't read \"volume 180\""),
  ])
  func `a preset that can't be used is left out with a warning`(line: String, told: String) {
    let reading = read("Preset: \(line)\nVoice: warm\n")
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.message.contains(told) == true)
    #expect(reading.tree.presets.isEmpty)
    #expect(reading.tree.voice?.value == "warm")
  }

  @Test func `two presets of one name are told, and the first one stays`() {
    let reading = read("Preset: x is metta\nPreset: X is sit, 5m\n")
    #expect(reading.diagnostics.map(\.message) == ["The preset \"X\" was already given in line 1."])
    #expect(reading.tree.preset(named: "x")?.practice == "metta")
  }

  @Test(arguments: [
    ("", "Preset: x is metta, 25 min\n"),
    ("Name: Mira\r\n", "Name: Mira\r\n\r\nPreset: x is metta, 25 min\r\n"),
    (
      "Preset: y is sit\n// mine\n> May I rest.\n",
      "Preset: y is sit\nPreset: x is metta, 25 min\n// mine\n> May I rest.\n"
    ),
    ("Preset: X is sit, 5m\nVoice: warm\n", "Preset: x is metta, 25 min\nVoice: warm\n"),
  ])
  func `a preset is written into a profile, and nothing else changes`(old: String, new: String) {
    let source = Source(path: "me.profile", text: old)
    let preset = Preset(name: "x", practice: "metta", settings: [.length: "25 min"])
    let text = Profile.text(
      of: source, withPreset: preset, insteadOf: KindlyLanguage.read(profile: source).tree)
    #expect(text == new)
  }

  @Test func `volumes, preparation, device and a length for all are keys`() {
    let reading = read(
      """
      Length: 20 minutes, always
      Volume: 80
      Voice volume: 90 %
      Bell volume: 0
      Background volume: 100
      Preparation: 30s
      Device: pulse:headphones
      """)
    #expect(reading.diagnostics == [])
    #expect(reading.tree.prefersLength)
    #expect(reading.tree.length?.value == .frames(57_600_000))
    #expect(reading.tree.volumes == [.whole: 80, .voice: 90, .bells: 0, .background: 100])
    #expect(reading.tree.preparation?.value == .frames(1_440_000))
    #expect(reading.tree.device?.value == "pulse:headphones")
    #expect(!read("Length: 20 minutes").tree.prefersLength)
    #expect(read("Volume: 101").diagnostics.first?.severity == .error)
    #expect(read("Volume: loud").diagnostics.first?.severity == .error)
  }

  @Test func `the notification is a key that says yes or no`() {
    #expect(read("Notify: yes").tree.notifies)
    #expect(!read("Notify: no").tree.notifies)
    #expect(!read("").tree.notifies)
    let doubtful = read("Notify: often").diagnostics
    #expect(doubtful.map(\.message) == ["I can't read \"often\" as \"Notify\"."])
  }

  @Test func `a key nobody knows is a warning`() {
    let reading = read("Freind: Rosa\nDuration: 5m\nVoice: warm\n")
    #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(reading.diagnostics.first?.hint == "Did you mean \"Friend\"?")
    #expect(reading.tree.voice?.value == "warm")
  }

  @Test func `German and Spanish pronouns are read`() {
    let reading = read("Friend: mein Bruder, er\nBenefactor: Anna, sie\nSomeone: Lucía, ella\n")
    #expect(reading.diagnostics == [])
    #expect(
      reading.tree.people.map(\.value) == [
        Someone(.friend, name: "mein Bruder", pronoun: .he),
        Someone(.benefactor, name: "Anna", pronoun: .she), Someone(.named("Lucía", .she)),
      ])
  }
}
