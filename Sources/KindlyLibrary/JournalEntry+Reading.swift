import KindlyBase
import KindlyTimeline

extension JournalEntry {
  /// Reads one line of a journal; nil if it is damaged or of a later version that means something
  /// else by these names.
  init?(line: ArraySlice<UInt8>) {
    guard case .object(let members) = JSONReader.value(line) else { return nil }
    self.init(began: "", title: "", seconds: -1, isWhole: false)
    var version: Int64?
    var found: Set<String> = []
    for (name, value) in members {
      // What is missing is written as null, or not at all.
      if case .null = value { continue }
      found.insert(name)
      switch (name, value) {
      case ("v", .int(let number)): version = number
      case ("began", .string(let text)): began = text
      case ("title", .string(let text)): title = text
      case ("practice", .string(let text)): practice = text
      case ("day", .int(let number)): day = Int(number)
      case ("seconds", .int(let number)): seconds = Int(number)
      case ("length", .int(let number)): length = Int(number)
      case ("whole", .bool(let flag)): isWhole = flag
      case ("words", .string(let text)): words = text
      case ("v", _), ("began", _), ("title", _), ("practice", _), ("day", _), ("seconds", _),
        ("length", _), ("whole", _), ("words", _):
        return nil
      default: break
      }
    }
    guard version == 1, seconds >= 0,
      found.isSuperset(of: ["v", "began", "title", "seconds", "whole"])
    else { return nil }
  }
}
