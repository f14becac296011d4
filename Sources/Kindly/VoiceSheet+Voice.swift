public import KindlySpeech
public import KindlyLanguage
import KindlySound

extension Voice {
  /// The narrator that a voice file describes.
  ///
  /// Whoever calls this has decided that the file may run programs: only voices of the listener's own
  /// folder, an installed package or the library may (`LibraryText.Origin`).
  public init(_ sheet: VoiceSheet) {
    self.init(
      name: sheet.name, language: sheet.language, engine: Engine(sheet), speed: Speed(sheet),
      loudness: sheet.loudness, tone: sheet.tone.map(Biquad.Shape.init), reverb: sheet.reverb,
      takes: sheet.takes,
      pronunciations: sheet.pronounce.map {
        KindlySpeech.Respelling(word: $0.word, spoken: $0.spoken)
      })
  }
}

extension Voice.Engine {
  fileprivate init(_ sheet: VoiceSheet) {
    switch sheet.engine {
    case .espeak:
      let variant: EspeakVoice.Variant =
        if !sheet.formants.isEmpty {
          .own("language variant\n" + sheet.formants.joined(separator: "\n") + "\n")
        } else if let name = sheet.variant?.value {
          .named(name)
        } else {
          .none
        }
      self = .espeak(
        EspeakVoice(
          voice: sheet.voice?.value ?? "", variant: variant, pitch: sheet.pitch,
          range: sheet.range, volume: sheet.volume, wordGap: Int(sheet.wordGap / 480)))
    case .command(let command):
      self = .command(
        CommandVoice(
          arguments: command.arguments, resident: command.resident, voice: sheet.voice?.value ?? "",
          version: command.version, output: CommandVoice.Output(command.output),
          timeout: command.timeout, seed: command.seed, install: command.install))
    }
  }
}

extension CommandVoice.Output {
  fileprivate init(_ output: VoiceSheet.Command.Output) {
    switch output {
    case .wav: self = .wav
    case .raw(let rate): self = .raw(rate: rate)
    }
  }
}

extension Speed {
  /// Without a measurement espeak-ng's own figure is believed, and a program speaks as it likes.
  fileprivate init(_ sheet: VoiceSheet) {
    if let measured = sheet.measured {
      self.init(wanted: sheet.speed, asked: measured.figure, measured: measured.words)
    } else if case .espeak = sheet.engine {
      self.init(wanted: sheet.speed, asked: sheet.speed, measured: sheet.speed)
    } else {
      self.init(wanted: 1, asked: 1, measured: 1)
    }
  }
}

extension Biquad.Shape {
  fileprivate init(_ filter: VoiceSheet.Filter) {
    switch filter.shape {
    case .highPass: self = .highPass(filter.frequency, q: filter.q)
    case .lowPass: self = .lowPass(filter.frequency, q: filter.q)
    case .lowShelf: self = .lowShelf(filter.frequency, gain: filter.gain, q: filter.q)
    case .highShelf: self = .highShelf(filter.frequency, gain: filter.gain, q: filter.q)
    case .peak: self = .peak(filter.frequency, gain: filter.gain, q: filter.q)
    }
  }
}
