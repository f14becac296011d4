import KindlyConsole
import KindlyLanguage
import KindlyTimeline

extension PlayOptions {
  /// What was asked, and what the profile says where nothing was.
  func completed(by profile: Profile) -> PlayOptions {
    var playing = self
    func percent(_ part: ProfileVolume) -> Percent? {
      profile.volumes[part].flatMap { Percent(argument: "\($0)") }
    }
    playing.end.notify = end.notify ?? profile.notifies
    playing.device = device ?? profile.device?.value
    playing.volume = volume ?? percent(.whole)
    playing.voiceVolume = voiceVolume ?? percent(.voice)
    playing.bellVolume = bellVolume ?? percent(.bells)
    playing.backgroundVolume = backgroundVolume ?? percent(.background)
    if delay == nil, at == nil, case .frames(let count)? = profile.preparation?.value {
      playing.delay = TimeSpan(frames: Frames(count), text: Frames(count).clock)
    }
    return playing
  }
}
