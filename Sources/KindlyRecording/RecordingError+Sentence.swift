import Glibc

extension RecordingError {
  /// What was seen and one thing to do, for a person.
  public var sentence: String {
    switch self {
    case .unknownEnding(let path, nil):
      "The name `\(path)` has no ending that says which kind of file to write: add one of "
        + "\(Self.knownEndings)."
    case .unknownEnding(_, let ending?):
      "I do not know the ending `.\(ending)`: use one of \(Self.knownEndings)."
    case .rate(let rate, let format):
      if let rates = format.rates {
        "\(format.name) does not come at \(rate) frames a second: choose one of "
          + rates.map(String.init).joined(separator: ", ") + "."
      } else {
        "\(rate) frames a second is outside what \(format.name) is written at here: choose 8000 to 192000."
      }
    case .samples(let samples, let format):
      "\(format.name) does not store \(samples.name) samples: choose \(format.samples.map(\.name).joined(separator: " or "))."
    case .bitRate(let bitRate, let format):
      if let rates = format.bitRates {
        "\(format.name) has no \(bitRate) bits a second: choose \(rates.lowerBound / 1000)k to "
          + "\(rates.upperBound / 1000)k."
      } else {
        "\(format.name) keeps every sample and has no bit rate to choose: leave --bitrate out."
      }
    case .needsSeeking(let path, let format):
      "`\(path)` can only be written from front to back, and \(format.name) needs to go back to its "
        + "beginning: write to an ordinary file, or choose WAV."
    case .noFolder(let folder):
      "There is no folder `\(folder)`: make it first, or choose another place."
    case .notAFolder(let folder):
      "`\(folder)` is not a folder: choose another place for the file."
    case .notAllowed(let path, let folder):
      "You may not write `\(path)`: choose a folder that is yours, or ask for the right to write in "
        + "`\(folder)`."
    case .readOnlyDisk(let folder):
      "The disk that holds `\(folder)` is only for reading: choose another place for the file."
    case .isFolder(let path):
      "`\(path)` is a folder: give the name of a file, such as `\(Self.inside(path))`."
    case .isLink(let path):
      "`\(path)` is a link, and nothing is written through it: remove it, or add `--force` to put the "
        + "file in its place."
    case .deviceFull(let path):
      "`\(path)` is full and takes no more: write to an ordinary file, or to another device."
    case .brokenLink(let path):
      "`\(path)` is a link that leads nowhere: remove it, or give the name of the file itself."
    case .notAFile(let path):
      "`\(path)` is neither a file nor a device to write to: choose another name."
    case .exists(let path):
      "`\(path)` already exists and was not changed: add `--force` to replace it, or choose "
        + "another name."
    case .nameTooLong(let path):
      "The name `\(path)` is longer than the disk allows: choose a shorter one."
    case .noRoom(let folder, let needed, let free):
      "The disk that holds `\(folder)` has \(size(free)) free, and the file needs \(size(needed)): "
        + "make room, or choose a smaller format such as `.opus`."
    case .diskFull(let path):
      "The disk became full while `\(path)` was written, and the unfinished file was removed: make "
        + "room, or choose a smaller format such as `.opus`."
    case .fileTooLarge(let path):
      "The system does not allow a file as large as `\(path)` would be: choose a smaller format such "
        + "as `.opus`, or raise the limit (`ulimit -f`)."
    case .readerGone(let path):
      "Whoever was reading `\(path)` stopped before the end: start the reader again, then this."
    case .refused(let operation, let path, let code):
      "The system refused to \(operation.words) `\(path)` (\(String(cString: strerror(code)))): "
        + "nothing was left behind; try another place for the file."
    case .nameNotFlushed(let path, let code):
      "`\(path)` is written and whole, but the disk did not confirm its name "
        + "(\(String(cString: strerror(code)))): check that it is there before you unplug the disk."
    case .encoder(let format, let message):
      "The \(format.name) encoder stopped (\(message)): choose another format, such as `.wav`."
    case .missingEncoder(let format, let package):
      "\(format.name) needs a library that is missing here: sudo apt-get install \(package), or "
        + "choose another format, such as `.wav`."
    case .missingConverter:
      "Reading memos needs ffmpeg: sudo apt-get install ffmpeg."
    case .unreadable(let path, let message):
      "`\(path)` can't be read as a sound file (\(message)): check that it plays elsewhere, or save it "
        + "again as WAV."
    case .stopped:
      "Stopped; no file was left behind."
    }
  }

  private static var knownEndings: String {
    FileFormat.allCases.map { ".\($0.endings[0])" }.joined(separator: ", ")
  }

  private static func inside(_ folder: String) -> String {
    (folder.isEmpty ? "" : folder.last == "/" ? folder : folder + "/") + "session.wav"
  }
}

extension FileOperation {
  fileprivate var words: String {
    switch self {
    case .inspect: "look at"
    case .space: "tell the free space for"
    case .open: "open"
    case .write: "write"
    case .read: "read back"
    case .flush: "finish writing"
    case .link, .rename: "name"
    case .flushFolder: "confirm the name of"
    case .remove: "remove"
    }
  }
}

extension SampleFormat {
  /// `16-bit`, `24-bit` or `floating-point`.
  public var name: String {
    switch self {
    case .int16: "16-bit"
    case .int24: "24-bit"
    case .float32: "floating-point"
    }
  }
}

/// A number of bytes as people read it: `691.2 MB`, in powers of ten as disks are sold.
public func size(_ bytes: Int64) -> String {
  let units = ["bytes", "kB", "MB", "GB", "TB", "PB"]
  var value = bytes
  var tenths: Int64 = 0
  var unit = 0
  while value >= 1000, unit < units.count - 1 {
    tenths = (value % 1000) / 100
    value /= 1000
    unit += 1
  }
  return unit == 0 || (value >= 100 && unit < 2)
    ? "\(value) \(units[unit])" : "\(value).\(tenths) \(units[unit])"
}
