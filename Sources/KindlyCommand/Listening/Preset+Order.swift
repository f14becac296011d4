import ArgumentParser
import KindlyCompiler
import KindlyLanguage
import KindlyMessages

extension Preset {
  /// What is asked of the practice: by the command line, and by the preset where that says nothing.
  /// `isSit`: whether it is bells and silence, which has its length already.
  func order(under asked: Order, isSit: Bool) throws(Failure) -> Order {
    var order = asked
    if !isSit, order.length == nil { order.length = try value(.length, TimeSpan.self)?.frames }
    order.voice = order.voice ?? settings[.voice]
    order.bell = order.bell ?? settings[.bell]
    order.phrases = order.phrases ?? settings[.phrases]
    if order.background == nil {
      order.background = try value(.background, BackgroundOption.self)?.cue
    }
    if order.toward == nil { order.toward = try value(.toward, AskedRecipients.self)?.recipients }
    return order
  }

  /// The sit it asks for.
  func sit() throws(Failure) -> Sit {
    let words = PresetSetting.allCases.filter(\.isOfSits).flatMap { setting -> [String] in
      let option = "--" + setting.rawValue.split(separator: " ").joined(separator: "-")
      return settings[setting].map { [option, $0] } ?? []
    }
    do {
      return try SitOptions.parse(words).sit(try value(.length, SitLength.self) ?? .usual)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.practice, Message.presetIsUnusable(name, SitOptions.message(for: error)))
    }
  }

  /// How it is to be played.
  func playing(under asked: PlayOptions) throws(Failure) -> PlayOptions {
    var playing = asked
    if playing.volume == nil { playing.volume = try value(.volume, Percent.self) }
    if playing.delay == nil, playing.at == nil {
      playing.delay = try value(.preparation, TimeSpan.self)
    }
    if playing.fadeIn == nil { playing.fadeIn = try value(.fadeIn, TimeSpan.self) }
    return playing
  }

  private func value<Value: OptionValue>(
    _ setting: PresetSetting, _: Value.Type
  ) throws(Failure) -> Value? {
    guard let text = settings[setting] else { return nil }
    guard let value = Value(argument: text) else {
      throw Failure(
        .practice,
        Message.presetIsUnusable(name, "\(setting.rawValue) \(text); " + Value.ending(for: text)))
    }
    return value
  }
}

extension Preset {
  /// What a command line asks, under a name. A file is kept with its whole path, and another preset with
  /// all that it asks.
  init(
    named name: String, of named: NamedPractice, as argument: String, session: SessionOptions,
    playing: PlayOptions
  ) {
    let base = named.presets.first
    let place = named.argument.hasPrefix("/") ? named.argument : argument
    self.init(
      name: name, practice: base?.practice ?? place,
      settings: (base?.settings ?? [:]).merging(session.settings) { $1 })
    add(playing)
  }

  /// A sit, under a name.
  init(
    named name: String, sit settings: [PresetSetting: String], playing: PlayOptions
  ) {
    self.init(name: name, practice: "sit", settings: settings)
    add(playing)
  }

  private mutating func add(_ playing: PlayOptions) {
    if let volume = playing.volume { settings[.volume] = volume.shown }
    if let delay = playing.delay { settings[.preparation] = delay.text }
    if let fadeIn = playing.fadeIn { settings[.fadeIn] = fadeIn.text }
  }
}

extension SessionOptions {
  /// What was asked, as a preset says it.
  var settings: [PresetSetting: String] {
    var settings: [PresetSetting: String] = [:]
    settings[.length] = length?.text
    settings[.voice] = voice
    settings[.bell] = bell
    settings[.background] = background?.text
    settings[.phrases] = phrases
    settings[.toward] = toward?.text
    return settings
  }
}

extension SitCommand {
  /// What was asked, as a preset says it.
  var settings: [PresetSetting: String] {
    var settings: [PresetSetting: String] = [.length: length.text]
    settings[.bell] = sounds.bell
    settings[.background] = sounds.background?.text
    settings[.voice] = sounds.voice
    settings[.every] = bells.every?.text
    settings[.bellsAt] = bells.bellsAt?.spans.map(\.text).joined(separator: ",")
    settings[.tell] = bells.tell?.spans.map(\.text).joined(separator: ",")
    settings[.warmUp] = bells.warmUp?.text
    settings[.coolDown] = bells.coolDown?.text
    if bells.strikes.count != 1 { settings[.strikes] = "\(bells.strikes.count)" }
    return settings
  }
}
