extension Script {
  /// The moments of the practice that `[bell at 10:00]` and `[pause until 5:00]` hold fast, in frames
  /// from its beginning, each with the place of its cue; in the order in which they are written.
  public var pins: [Located<Int64>] {
    body.compactMap { node in
      guard case .cue(let cue) = node, let frame = cue.value.pin else { return nil }
      return Located(frame, at: cue.span)
    }
  }
}
