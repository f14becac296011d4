import Glibc

/// What makes a resident program of a Python package that speaks: `hibari` and `piper`.
///
/// `Resident: {adapter} hibari {voice}` in a voice file starts the Python that the program `hibari` was
/// installed with, as its first line tells, on the text below. It needs that package and nothing else.
enum ResidentAdapter {
  /// What stands in a voice file for it.
  static let placeholder = "{adapter}"

  /// The program, with its first two arguments, that a package's own program stands for; nil if that is
  /// not a Python program.
  static func command(for program: String) -> [String]? {
    guard let bytes = CacheFiles.read(program, most: 1 << 16) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(2)
    guard let first = lines.first, first.hasPrefix("#!") else { return nil }
    if let python = python(in: first.dropFirst(2)) { return [python, "-u", "-c", source] }
    // A path that is too long for a first line is in a shell's line after it:
    // '''exec' "/a/long/path/python" "$0" "$@"
    guard lines.count == 2, lines[1].hasPrefix("'''exec' ") else { return nil }
    return python(in: lines[1].dropFirst(9)).map { [$0, "-u", "-c", source] }
  }

  /// The interpreter at the beginning of `line`, which may be in quotes; nil if it is not Python.
  private static func python(in line: Substring) -> String? {
    let quoted = line.hasPrefix("\"")
    let rest = quoted ? line.dropFirst() : line.drop { $0 == " " }
    let path = String(rest.prefix { $0 != (quoted ? "\"" : " ") && $0 != "\r" })
    let name = path.split(separator: "/").last ?? ""
    guard path.hasPrefix("/"), name.hasPrefix("python"), access(path, X_OK) == 0 else { return nil }
    return path
  }

  /// One request a line, one answer a line. What packages print goes to standard error.
  private static let source = #"""
    import json, sys
    sys.path = [place for place in sys.path if place not in ("", ".")]
    answers, sys.stdout = sys.stdout, sys.stderr

    def hibari(name):
        from hibari import Hibari
        voice = Hibari(voice=name)
        return lambda ask: voice.save(ask["text"], ask["out"], ask["pace"], ask["seed"])

    def piper(model):
        import wave
        from piper import PiperVoice, SynthesisConfig
        voice = PiperVoice.load(model)
        def speak(ask):
            with wave.open(ask["out"], "wb") as sound:
                pace = SynthesisConfig(length_scale=1 / ask["pace"])
                voice.synthesize_wav(ask["text"], sound, syn_config=pace)
        return speak

    speak = {"hibari": hibari, "piper": piper}[sys.argv[1]](sys.argv[2])
    for line in sys.stdin:
        try:
            speak(json.loads(line))
            answer = {"ok": True}
        except Exception as problem:
            answer = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), file=answers, flush=True)
    """#
}
