import Glibc
import Testing

/// Makes a Unix socket under a path, of 107 bytes at most; nobody listens there yet.
func socketFile(at path: String) -> Int32 {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  let file = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
  let bound = withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
  #expect(bound == 0)
  return file
}
