extension LoudspeakerError: CustomStringConvertible {
  /// What was seen, and one thing to do: two sentences or three for a person.
  public var description: String { "\(body) \(hint)" }

  /// What was seen.
  public var body: String {
    switch self {
    case .noDevice(let tried):
      "No sound device was found; tried \(tried.map { "`\($0)`" }.joined(separator: ", "))."
    case .unknownDevice(let name):
      "There is no sound device named `\(name)`."
    case .busy(let device, let holder?):
      "The sound device `\(device)` is in use by \(holder)."
    case .busy(let device, nil):
      "The sound device `\(device)` is in use by another program."
    case .refused(let device):
      "You do not have permission to use the sound device `\(device)`."
    case .unsuitable(let device):
      "The sound device `\(device)` offers no sample rate and format that could be played on it."
    case .lost(let device, let seconds):
      "The sound device `\(device)` went away and did not come back within \(seconds) s."
    case .trouble(let device, let call, let reason):
      "The sound device `\(device)` does not work: \(call) says \"\(reason)\"."
    }
  }

  /// What to do.
  public var hint: String {
    switch self {
    case .noDevice:
      "Write a sound file with `kindly render … -o FILE`, name a device with `--device`, or ask `kindly doctor` what is there."
    case .unknownDevice:
      "`kindly doctor` lists the devices."
    case .busy:
      "Pause or close it, or name another device with `--device`."
    case .refused:
      "Add yourself to the group `audio` (`sudo usermod -aG audio $USER`) and log in again."
    case .unsuitable(let device):
      device.hasPrefix("hw:")
        ? "Try `--device plug\(device)`, which converts."
        : "Name another one with `--device`; `kindly doctor` lists them."
    case .lost:
      "Your place is kept; connect it and play on."
    case .trouble:
      "Name another one with `--device`; `kindly doctor` lists them."
    }
  }
}
