import Glibc
import Testing

/// Waits for something that is sure to come, and gives up loudly after a minute.
func wait(_ what: @autoclosure () throws -> String, until condition: () throws -> Bool) throws {
  var patience = 3_000
  while try !condition() {
    patience -= 1
    guard patience > 0 else {
      Issue.record("There did not come: \(try what())")
      throw CancellationError()
    }
    poll(nil, 0, 20)
  }
}
