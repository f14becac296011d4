/// A zip archive of one file that is not compressed (APPNOTE 6.3.10).
func storedArchive(of content: [UInt8], named name: String) -> [UInt8] {
  let name = Array(name.utf8)
  var checksum: UInt32 = ~0
  for byte in content {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
  // Version, flags, method, time, date, checksum, sizes.
  let facts =
    bytes(20, 2) + bytes(0, 8) + bytes(Int(~checksum), 4) + bytes(content.count, 4)
    + bytes(content.count, 4) + bytes(name.count, 2) + bytes(0, 2)
  let file = bytes(0x0403_4B50, 4) + facts + name + content
  let entry = bytes(0x0201_4B50, 4) + bytes(20, 2) + facts + bytes(0, 14) + name
  return file + entry + bytes(0x0605_4B50, 4) + bytes(0, 4) + bytes(1, 2) + bytes(1, 2)
    + bytes(entry.count, 4) + bytes(file.count, 4) + bytes(0, 2)
}
