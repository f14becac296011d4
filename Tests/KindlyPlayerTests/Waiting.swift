import Glibc

/// What a test waited for and what did not come.
struct NeverCame: Error {}

/// Waits until something holds, for half a minute: longer than any loaded machine needs.
func wait(until holds: () -> Bool) throws(NeverCame) {
  for _ in 0..<60_000 {
    if holds() { return }
    usleep(500)
  }
  throw NeverCame()
}
