/// The `file:` addresses by which editors name files.
enum FileAddress {
  /// The path of an address; other addresses, of texts without a file, stay as they are.
  static func path(of address: String) -> String {
    guard address.hasPrefix("file://") else { return address }
    let rest = Array(address.utf8.dropFirst(7))
    // A host may stand before the path; it is this machine.
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return address }
    var path: [UInt8] = []
    var index = slash
    while index < rest.count {
      if rest[index] == UInt8(ascii: "%"), index + 2 < rest.count,
        let byte = UInt8(
          String(decoding: rest[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        path.append(byte)
        index += 3
      } else {
        path.append(rest[index])
        index += 1
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// The address of a path.
  static func address(of path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return path.utf8.reduce(into: "file://") { address, byte in
      if plain.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
  }
}
