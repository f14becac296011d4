import CKindlyESpeakNG

/// One piece of text for espeak-ng and how to say it: what a worker is asked.
struct EspeakPhrase: Hashable {
  var text: String
  var voice: String
  var rate: Int
  var pitch: Int
  var range: Int
  var volume: Int
  var wordGap: Int
  /// How long it may take.
  var patience: Patience
  /// Whether to tell how the text would sound instead of speaking it.
  var asksForPhonemes = false

  /// Sound of one piece beyond this is refused: 400 characters are spoken in far less.
  static let mostSeconds = 300

  var message: [UInt8] {
    var writer = WireWriter()
    for number in [
      rate, pitch, range, volume, wordGap, patience.processor, patience.clock,
      asksForPhonemes ? 1 : 0,
    ] { writer.put(Int32(number)) }
    writer.put(voice)
    writer.put(text)
    return writer.bytes
  }

  init(
    text: String, voice: String, rate: Int, pitch: Int, range: Int, volume: Int, wordGap: Int,
    patience: Patience
  ) {
    self.text = text
    self.voice = voice
    self.rate = rate
    self.pitch = pitch
    self.range = range
    self.volume = volume
    self.wordGap = wordGap
    self.patience = patience
  }

  init?(message: [UInt8]) {
    var reader = WireReader(message)
    guard let rate = reader.number(), let pitch = reader.number(), let range = reader.number(),
      let volume = reader.number(), let wordGap = reader.number(),
      let processor = reader.number(), let clock = reader.number(), let phonemes = reader.number(),
      let voice = reader.text(),
      let text = reader.text()
    else { return nil }
    self.init(
      text: text, voice: voice, rate: Int(rate), pitch: Int(pitch), range: Int(range),
      volume: Int(volume), wordGap: Int(wordGap),
      patience: Patience(processor: Int(processor), clock: Int(clock)))
    asksForPhonemes = phonemes != 0
  }
}

/// What espeak-ng made of a phrase: samples at its own rate, and where words begin.
struct EspeakSound {
  var samples: [Int16]
  var words: [kindly_word]
  /// How the text would sound, in IPA, if that was asked.
  var phonemes = ""
}
