/// A key of a voice file.
public enum VoiceKey: String, EntryKey {
  case name = "Name"
  case summary = "Summary"
  case author = "Author"
  case language = "Language"
  case engine = "Engine"
  case voice = "Voice"
  case variant = "Variant"
  case speed = "Speed"
  case measured = "Measured"
  case pitch = "Pitch"
  case range = "Range"
  case volume = "Volume"
  case wordGap = "Word gap"
  case loudness = "Loudness"
  case tone = "Tone"
  case compression = "Compression"
  case reverb = "Reverb"
  case takes = "Takes"
  case pronounce = "Pronounce"
  case lineGap = "Line gap"
  case paragraphGap = "Paragraph gap"
  case sectionGap = "Section gap"
  case echo = "Echo"
  case shortPause = "Short pause"
  case pause = "Pause"
  case longPause = "Long pause"
  case command = "Command"
  case resident = "Resident"
  case version = "Version"
  case output = "Output"
  case timeout = "Timeout"
  case seed = "Seed"
  case install = "Install"

  /// What there is to know about it.
  public var declaration: KeyDeclaration {
    switch self {
    case .name: KeyDeclaration("Calm", "what lists call it")
    case .summary: KeyDeclaration("A quiet voice", "one line for lists")
    case .author: KeyDeclaration("Maya", "who made it")
    case .language: KeyDeclaration("en-US", "the language it speaks")
    case .engine: KeyDeclaration("espeak-ng", "what speaks: espeak-ng or command")
    case .voice: KeyDeclaration("en-us", "the engine's own name of the voice")
    case .variant: KeyDeclaration("Alicia", "a variant of espeak-ng")
    case .speed: KeyDeclaration("100 words per minute", "how fast it speaks")
    case .measured:
      KeyDeclaration("96 at 99", "words per minute heard, at a figure of the engine's own")
    case .pitch: KeyDeclaration("50", "0 to 100")
    case .range: KeyDeclaration("50", "how far the pitch moves, 0 to 100")
    case .volume: KeyDeclaration("100", "loudness inside of espeak-ng, 1 to 200")
    case .wordGap: KeyDeclaration("20 ms", "silence between words, on top of the engine's own")
    case .loudness: KeyDeclaration("-20 LUFS", "how loud every utterance is")
    case .tone:
      KeyDeclaration("low shelf 170 Hz +0.5 dB; peak 2350 Hz -3.1 dB Q 1.09", "filters in order")
    case .compression: KeyDeclaration("2:1", "how much loud syllables are held back")
    case .reverb: KeyDeclaration("-26 dB", "a room around it, against the voice")
    case .takes:
      KeyDeclaration("4 %", "how far a repeated phrase may differ from the first time")
    case .pronounce:
      KeyDeclaration("metta as meh-tah; sutta as soo-tah", "how words are said", repeats: true)
    case .lineGap: KeyDeclaration("2 s", "the silence between two lines")
    case .paragraphGap: KeyDeclaration("5 s", "the silence of a blank line")
    case .sectionGap: KeyDeclaration("8 s", "the silence before a section")
    case .echo: KeyDeclaration("4 s", "after a wish, on top of the wish's own length")
    case .shortPause: KeyDeclaration("5 s", "[short pause]")
    case .pause: KeyDeclaration("10 s", "[pause]")
    case .longPause: KeyDeclaration("30 s", "[long pause]")
    case .command: KeyDeclaration("flite -t {text} -o {out}", "the program that speaks")
    case .resident:
      KeyDeclaration(
        "{adapter} hibari {voice}", "a program that stays, with one request a line")
    case .version: KeyDeclaration("flite --version", "a command that tells its version")
    case .output: KeyDeclaration("raw 22050 Hz", "what the program gives: wav, or raw samples")
    case .timeout: KeyDeclaration("60 s", "how long one utterance may take")
    case .seed: KeyDeclaration("1", "a number for {seed}")
    case .install: KeyDeclaration("apt install flite", "what to type if the program is missing")
    }
  }

  /// The engine that alone knows the key; nil if every voice may have it.
  var engine: Engine? {
    switch self {
    case .variant, .pitch, .range, .volume, .wordGap: .espeak
    case .command, .resident, .version, .output, .timeout, .seed, .install: .command
    case .name, .summary, .author, .language, .engine, .voice, .speed, .measured, .loudness, .tone,
      .compression, .reverb, .takes, .pronounce, .lineGap, .paragraphGap, .sectionGap, .echo,
      .shortPause, .pause, .longPause:
      nil
    }
  }

  /// The engines that `Engine` chooses from.
  enum Engine: String, CaseIterable {
    case espeak = "espeak-ng"
    case command
  }
}
