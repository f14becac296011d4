import KindlySound

/// Clips that stay in memory as long as this lives.
final class HeldClips: Sendable {
  private let clips: [Clip]

  /// Brings clips into memory; those that can't be had are silent.
  init(filling clips: some Sequence<Clip>) { self.clips = clips.filter { $0.fill() } }

  deinit { for clip in clips { clip.empty() } }
}
