import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// Serves the page of a studio on 127.0.0.1, to one browser.
///
/// Control side. One thread reads and writes; what takes longer is done elsewhere.
public final class StudioServer: Sendable {
  /// The address to open in a browser; whoever has it can open the page.
  public let address: String
  /// The same for the command line of a browser, where other users could see it: it opens once.
  public let addressForOnce: String
  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel

  /// Connections at once; a browser keeps six.
  private static let mostConnections = 48

  /// Why the page can't be served.
  public struct Problem: Error, Sendable {
    /// What to tell the user.
    public var sentence: String
  }

  /// Begins to serve.
  /// - Parameters:
  ///   - studio: what the page shows.
  ///   - port: where; 0 for any that is free.
  /// - Throws: `Problem` if the port can't be had.
  public init(_ studio: Studio, port: Int = 0) throws(Problem) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let (token, secret) = (Gate.randomWord(), Gate.randomWord())
    let once = Gate.OneTimeWord()
    let counter = Counter()
    do {
      channel = try ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 64)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelOption(
          .writeBufferWaterMark, value: .init(low: 1 << 20, high: 32 << 20)
        )
        .childChannelInitializer { channel in
          guard counter.begin(atMost: Self.mostConnections) else { return channel.close() }
          channel.closeFuture.whenComplete { _ in counter.end() }
          return channel.eventLoop.makeCompletedFuture {
            let host = "127.0.0.1:\(channel.localAddress?.port ?? 0)"
            try Self.furnish(
              channel, gate: Gate(host: host, token: token, secret: secret, once: once),
              studio: studio)
          }
        }
        .bind(host: "127.0.0.1", port: port).wait()
    } catch {
      try? group.syncShutdownGracefully()
      throw Problem(
        sentence: port == 0
          ? "I can't open a port on 127.0.0.1: \(error)."
          : "Port \(port) is taken. Choose another, or leave --port out for any that is free.")
    }
    self.group = group
    let host = "127.0.0.1:\(channel.localAddress?.port ?? 0)"
    let gate = Gate(host: host, token: token, secret: secret, once: once)
    (address, addressForOnce) = (gate.address, gate.addressForOnce)
  }

  /// Waits until it is stopped.
  public func wait() { try? channel.closeFuture.wait() }

  /// Stops serving and closes what is open; from any thread but the server's own.
  public func stop() {
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
  }

  /// Counts open connections.
  private final class Counter: Sendable {
    private let count = Atomic(0)

    func begin(atMost most: Int) -> Bool {
      if count.wrappingAdd(1, ordering: .relaxed).newValue <= most { return true }
      end()
      return false
    }

    func end() { count.wrappingSubtract(1, ordering: .relaxed) }
  }

  /// Puts the handlers into a new connection, on its loop.
  private static func furnish(_ channel: any Channel, gate: Gate, studio: Studio) throws {
    let budget = ByteBudget()
    let requests = RequestHandler(gate: gate, budget: budget) { asked, done in
      studio.answer(asked, done)
    }
    let upgrader = NIOWebSocketServerUpgrader(
      maxFrameSize: SocketHandler.largestMessage,
      shouldUpgrade: { channel, head in
        let parts = AddressParts(head.uri)
        guard let parts, parts.path == "/live",
          gate.answer(Gate.Asked(head, path: parts.path)) == .admitted,
          studio.hasDocument(parts.query["doc"] ?? "")
        else { return channel.eventLoop.makeSucceededFuture(nil) }
        return channel.eventLoop.makeSucceededFuture(HTTPHeaders())
      },
      upgradePipelineHandler: { channel, head in
        channel.eventLoop.makeCompletedFuture {
          let name = AddressParts(head.uri)?.query["doc"] ?? ""
          let pipeline = channel.pipeline.syncOperations
          pipeline.removeHandler(try pipeline.handler(type: RequestHandler.self), promise: nil)
          pipeline.removeHandler(try pipeline.handler(type: ByteBudget.self), promise: nil)
          try pipeline.addHandlers([
            NIOWebSocketFrameAggregator(
              minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: 256,
              maxAccumulatedFrameSize: SocketHandler.largestMessage),
            SocketHandler { send in studio.open(name, send) },
          ])
        }
      })
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandler(budget)
    try pipeline.configureHTTPServerPipeline(
      withPipeliningAssistance: true,
      withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in }))
    try pipeline.addHandler(requests)
  }
}
