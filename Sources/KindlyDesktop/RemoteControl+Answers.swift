import CKindlySystemd

extension RemoteControl {
  /// Answers one call; false leaves it to the bus library, which refuses it.
  func answer(_ call: BusMessage) -> Bool {
    switch call.interface {
    case "org.freedesktop.DBus.Properties": answerProperties(call)
    case "org.freedesktop.DBus.Introspectable": answer(call, with: [.string(Self.introspection)])
    case Self.rootInterface:
      switch call.member {
      case "Quit": take(.stop, call)
      case "Raise": answer(call, with: [])
      default: false
      }
    case Self.playerInterface: answerPlayer(call)
    default: false
    }
  }

  private func answerPlayer(_ call: BusMessage) -> Bool {
    switch call.member {
    case "Play": return take(.play, call)
    case "Pause": return take(.pause, call)
    case "PlayPause": return take(.playPause, call)
    case "Stop": return take(.stop, call)
    case "Next": return take(.next, call)
    case "Previous": return take(.previous, call)
    case "Seek": return take(call.readInt64().map { .leap(by: $0) }, call)
    case "SetPosition":
      // The specification: a position for another track, or outside of this one, is ignored.
      guard call.readString("o") == NowPlaying.track, let target = call.readInt64(),
        (0...shown.length).contains(target)
      else { return answer(call, with: []) }
      return take(.seek(to: target), call)
    default: return false
    }
  }

  private func answerProperties(_ call: BusMessage) -> Bool {
    guard let interface = call.readString() else { return false }
    let facts = interface == Self.rootInterface ? NowPlaying.rootFacts : shown.playerFacts
    switch call.member {
    case "GetAll": return answer(call, with: [.facts(facts)])
    case "Get":
      guard let name = call.readString(), let fact = facts.first(where: { $0.name == name }),
        let reply = call.reply()
      else { return false }
      reply.appendVariant(fact.value)
      reply.send()
      return true
    case "Set":
      guard call.readString() == "Volume", let volume = call.readVariantDouble() else {
        return answer(call, with: [])
      }
      return take(.volume(min(max(0, volume), 1)), call)
    default: return false
    }
  }

  private func take(_ request: RemoteRequest?, _ call: BusMessage) -> Bool {
    if let request { requests.append(request) }
    return answer(call, with: [])
  }

  private func answer(_ call: BusMessage, with values: [Variant]) -> Bool {
    guard let reply = call.reply() else { return false }
    for value in values { reply.append(value) }
    reply.send()
    return true
  }

  private static let introspection = """
    <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
     "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
    <node><interface name="org.mpris.MediaPlayer2"><method name="Raise"/><method name="Quit"/>
    \(properties(NowPlaying.rootFacts))</interface>
    <interface name="org.mpris.MediaPlayer2.Player"><method name="Next"/><method name="Previous"/>
    <method name="Pause"/><method name="PlayPause"/><method name="Stop"/><method name="Play"/>
    <method name="Seek"><arg name="Offset" type="x" direction="in"/></method>
    <method name="SetPosition"><arg name="TrackId" type="o" direction="in"/>
    <arg name="Position" type="x" direction="in"/></method>
    <signal name="Seeked"><arg name="Position" type="x"/></signal>
    \(properties(NowPlaying(title: "", section: "", author: nil, length: 0).playerFacts))
    </interface></node>
    """

  private static func properties(_ facts: [Variant.Fact]) -> String {
    facts.map { fact in
      let access = fact.name == "Volume" ? "readwrite" : "read"
      return
        "<property name=\"\(fact.name)\" type=\"\(fact.value.signature)\" access=\"\(access)\"/>"
    }.joined()
  }
}
