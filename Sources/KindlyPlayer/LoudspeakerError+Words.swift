import KindlyBase
package import KindlyMessages

extension LoudspeakerError: CustomStringConvertible {
  /// What was seen, and one thing to do: two sentences or three for a person.
  public var description: String { message.text(in: .english) }

  /// The same in every language of the program.
  package var message: Message { .bodyAndHint(seen, toDo) }

  /// What was seen.
  public var body: String { seen.text(in: .english) }

  /// What to do.
  public var hint: String { toDo.text(in: .english) }

  private var seen: Message {
    switch self {
    case .noDevice(let tried): .noDevice(tried.map { "`\($0)`" }.joined(separator: ", "))
    case .unknownDevice(let name): .unknownDevice(name)
    case .busy(let device, let holder?): .deviceBusyBy(device, holder)
    case .busy(let device, nil): .deviceBusy(device)
    case .refused(let device): .deviceRefused(device)
    case .unsuitable(let device): .deviceUnsuitable(device)
    case .lost(let device, let seconds): .deviceLost(device, seconds: seconds)
    case .trouble(let device, let call, let reason): .deviceTrouble(device, call, reason)
    }
  }

  private var toDo: Message {
    switch self {
    case .noDevice: .renderInstead
    case .unknownDevice: .doctorLists
    case .busy: .freeDevice
    case .refused: .joinAudioGroup
    case .unsuitable(let device): device.hasPrefix("hw:") ? .tryPlug(device) : .otherDevice
    case .lost: .placeIsKept
    case .trouble: .otherDevice
    }
  }
}
