public import KindlyBase

extension CommandVoice {
  /// A digest of all that decides what is started, in hexadecimal digits.
  public var digest: String {
    var writer = WireWriter()
    for command in commands + [[voice]] {
      writer.put(Int32(command.count))
      for word in command { writer.put(word) }
    }
    return SHA256.hex(writer.bytes)
  }
}
