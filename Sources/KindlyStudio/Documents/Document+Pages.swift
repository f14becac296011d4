import Dispatch
import KindlyBase
import Synchronization

extension Document {
  /// A page opens: it is told everything there is.
  func open(_ send: @escaping @Sendable (String) -> Void) -> SocketHandler.Page {
    let page = state.withLock { state in
      state.lastPage += 1
      return state.lastPage
    }
    queue.async { [self] in
      state.withLock { state in
        state.pages[page] = send
        send(
          JSON.object([
            ("is", .string("text")), ("rev", .int(Int64(state.revision))),
            ("text", .string(state.text)), ("name", .string(name)),
            ("values", .object(state.values.sorted { $0.key < $1.key }.map { ($0, .string($1)) })),
          ]).line)
        send(standing(state))
        for kind in ["checked", "picture"] { if let message = state.told[kind] { send(message) } }
        send(Self.shapes(state.shapes.drawn, from: 0))
      }
    }
    return SocketHandler.Page(
      receive: { [self] bytes in queue.async { self.receive(bytes, from: page) } },
      leave: { [self] in queue.async { self.state.withLock { $0.pages[page] = nil } } })
  }

  private func receive(_ bytes: [UInt8], from page: Int) {
    guard let message = JSONReader.value(bytes[...]) else { return tell(page, Self.stale) }
    switch message["do"]?.text {
    case "edit":
      guard let splice = Splice(message), let base = message["base"]?.whole else {
        return tell(page, Self.stale)
      }
      edit(splice, of: Int(base), by: page)
    case "values":
      guard case .object(let members)? = message["values"] else { return }
      let values = members.prefix(100).compactMap { name, value in value.text.map { (name, $0) } }
      state.withLock { state in
        state.values = Dictionary(
          values.filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 })
      }
      compose()
    default: break
    }
  }

  static let stale = JSON.object([("is", .string("stale"))]).line

  func tell(_ page: Int, _ message: String) {
    state.withLock { $0.pages[page] }?(message)
  }

  func tellAll(_ message: String) {
    for send in state.withLock({ $0.pages.values }) { send(message) }
  }
}
