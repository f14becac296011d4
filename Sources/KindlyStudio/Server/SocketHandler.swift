import NIOCore
import NIOWebSocket

/// One open page: what it sends goes to its document, what changes there comes back.
///
/// On the loop of its connection.
final class SocketHandler: ChannelInboundHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundOut = WebSocketFrame

  /// The largest message, in bytes: a whole text put in at once.
  static let largestMessage = 8 << 20

  private let open: @Sendable (@escaping @Sendable (String) -> Void) -> Page
  private var page: Page?

  /// What a page may do with the document it shows.
  struct Page: Sendable {
    /// Takes a message of the page.
    var receive: @Sendable ([UInt8]) -> Void
    /// The page has gone.
    var leave: @Sendable () -> Void
  }

  init(open: @escaping @Sendable (@escaping @Sendable (String) -> Void) -> Page) {
    self.open = open
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    page = open { text in
      // Whoever takes nothing for so long shows an old picture anyway: it opens anew and gets all.
      guard channel.isWritable else { return channel.close(promise: nil) }
      let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
      channel.writeAndFlush(frame, promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    page?.leave()
    page = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let frame = unwrapInboundIn(data)
    switch frame.opcode {
    case .text: page?.receive(Array(frame.unmaskedData.readableBytesView))
    case .ping:
      let pong = WebSocketFrame(fin: true, opcode: .pong, data: frame.unmaskedData)
      context.writeAndFlush(wrapOutboundOut(pong), promise: nil)
    case .connectionClose:
      let close = WebSocketFrame(fin: true, opcode: .connectionClose, data: ByteBuffer())
      let channel = context.channel
      context.writeAndFlush(wrapOutboundOut(close)).whenComplete { _ in
        channel.close(promise: nil)
      }
    default: break
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
