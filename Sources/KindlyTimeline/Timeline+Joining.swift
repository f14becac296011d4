extension Timeline {
  /// Several sessions one after another, as one: each begins on the frame on which the one before it has
  /// rung out. Sections keep their names; one without a name gets its session's title.
  public static func joined(_ timelines: [Timeline], title: String) -> Timeline {
    var whole = Timeline(title: title, frames: .zero, sections: [], events: [])
    for timeline in timelines {
      let (start, first) = (whole.frames, whole.sections.count)
      whole.sections += timeline.sections.map { section in
        var section = section
        section.start = section.start + start
        if section.name.isEmpty { section.name = timeline.title }
        return section
      }
      whole.events += timeline.events.map { event in
        var event = event
        event.start = event.start + start
        event.section += first
        return event
      }
      whole.backgrounds += timeline.backgrounds.map { span in
        var span = span
        span.start = span.start + start
        return span
      }
      whole.frames = whole.frames + timeline.frames
    }
    return whole
  }
}
