import Glibc

import KindlyConsole
import KindlyLibrary
import KindlyRender

extension Sitting {
  /// Makes parts as loud as the screen says, shows it for a moment, and keeps it for the next sitting.
  func useLevels(_ parts: [SoundPart]) {
    for part in parts { player.mixer.set(part, to: screen.levels.heard(part)) }
    levelsShownUntil = Self.seconds + 3
    screen.showsLevels = true
    if manner == .sentences || manner == .sections {
      Printer.note(screen.levels.line(parts, language: Interface.language))
    }
    if let folders { KeptLevels(screen.levels).keep(in: folders) }
  }

  /// Takes the line of levels away once it was seen.
  func forgetLevels() {
    if screen.showsLevels, Self.seconds >= levelsShownUntil { screen.showsLevels = false }
  }

  /// Seconds of a clock that only goes on.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

extension Mixer {
  /// Makes a part so loud, in percent of how it was made.
  func set(_ part: SoundPart, to percent: Int) {
    let factor = percent == 100 ? 1 : Float(pow(10, Percent.decibels(Double(percent)) / 20))
    switch part {
    case .voice:
      set(.voice, to: factor)
      set(.breath, to: factor)
    case .bells: set(.bells, to: factor)
    case .background: set(.background, to: factor)
    }
  }
}
