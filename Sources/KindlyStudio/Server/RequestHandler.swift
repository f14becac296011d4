import KindlyBase
import NIOCore
import NIOHTTP1

/// Bytes that one request may have so far; whoever sends more is not answered.
///
/// Stands before the parser of HTTP, so that a head without end is never kept.
final class ByteBudget: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// A head, with its cookies, has less.
  static let head = 16 << 10
  private var left = head

  /// Allows the body of a request whose head was read.
  func allow(body: Int) { left = body + Self.head }

  /// Begins the next request.
  func begin() { left = Self.head }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    left -= unwrapInboundIn(data).readableBytes
    guard left >= 0 else { return context.close(promise: nil) }
    context.fireChannelRead(data)
  }
}

/// Reads requests, asks the gate, hands on what passes, and writes answers, each in one piece.
///
/// On the loop of its connection.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// A recording of a minute, or a text to import, has less.
  static let largestBody = 12 << 20
  /// A request has to be here, and its answer to be taken, within this.
  private static let patience = TimeAmount.seconds(30)

  private let gate: Gate
  private let budget: ByteBudget
  private let answer: @Sendable (Asked, @escaping @Sendable (Answer) -> Void) -> Void
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var refusal: Answer?
  private var deadline: Scheduled<Void>?

  init(
    gate: Gate, budget: ByteBudget,
    answer: @escaping @Sendable (Asked, @escaping @Sendable (Answer) -> Void) -> Void
  ) {
    self.gate = gate
    self.budget = budget
    self.answer = answer
  }

  func handlerAdded(context: ChannelHandlerContext) { expectMore(context) }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
      refusal = refusal(of: head)
      guard let refusal, refusal.status != 200 else { return budget.allow(body: Self.largestBody) }
      // At once: what else is sent is not waited for.
      self.head = nil
      write(refusal, keepsAlive: false, context)
    case .body(let buffer):
      guard refusal == nil else { return }
      if body.count + buffer.readableBytes > Self.largestBody {
        refusal = .refused(413, "That is too much at once.")
        body = []
      } else {
        body.append(contentsOf: buffer.readableBytesView)
      }
    case .end:
      guard let head else { return }
      self.head = nil
      deadline?.cancel()
      finish(head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func refusal(of head: HTTPRequestHead) -> Answer? {
    guard head.method == .GET || head.method == .POST else {
      return .refused(405, "Only GET and POST are answered.")
    }
    guard let parts = AddressParts(head.uri) else { return .refused(400, "That is no address.") }
    switch gate.answer(Gate.Asked(head, path: parts.path)) {
    case .admitted:
      let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
      return length > Self.largestBody ? .refused(413, "That is too much at once.") : nil
    case .refused(let sentence): return .refused(403, sentence)
    case .welcome:
      // Not a redirection: only what our own page asks for brings the strict cookie along.
      var answer = Answer(type: "text/html; charset=utf-8")
      answer.headers = [("Set-Cookie", gate.cookie)]
      answer.body = Array(
        """
        <!doctype html><meta http-equiv=refresh content='0;url=/'><link rel=icon href='data:,'>\
        <title>Kindly</title>
        """.utf8)
      return answer
    }
  }

  private func finish(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let keepsAlive = head.isKeepAlive
    if let refusal { return write(refusal, keepsAlive: keepsAlive, context) }
    guard let parts = AddressParts(head.uri) else { return }
    let asked = Asked(
      isPost: head.method == .POST, path: parts.path, query: parts.query, body: body)
    body = []
    let loop = context.eventLoop
    let bound = NIOLoopBound((self, context), eventLoop: loop)
    answer(asked) { answer in
      loop.execute {
        let (handler, context) = bound.value
        handler.write(answer, keepsAlive: keepsAlive, context)
      }
    }
  }

  private func write(_ answer: Answer, keepsAlive: Bool, _ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    var headers = HTTPHeaders(Self.always)
    headers.add(name: "Content-Type", value: answer.type)
    headers.add(name: "Content-Length", value: "\(answer.body.count)")
    for (name, value) in answer.headers { headers.add(name: name, value: value) }
    if !keepsAlive { headers.add(name: "Connection", value: "close") }
    let head = HTTPResponseHead(
      version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(
      wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    let written = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    budget.begin()
    expectMore(context)
    if !keepsAlive {
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      written.whenComplete { _ in bound.value.close(promise: nil) }
    }
  }

  private func expectMore(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: Self.patience) { channel.close(promise: nil) }
  }

  /// What every answer says: keep nothing, guess nothing, run only our own files.
  private static let always = [
    (
      "Content-Security-Policy",
      """
      default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
      media-src 'self' blob:; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
      frame-ancestors 'none'
      """
    ),
    ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)"),
  ]
}

extension Gate.Asked {
  /// What the gate looks at in a head.
  init(_ head: HTTPRequestHead, path: String) {
    self.init(
      path: path, isReading: head.method == .GET,
      opensSocket: head.headers.contains(name: "upgrade"), hosts: head.headers["host"],
      origins: head.headers["origin"], site: head.headers.first(name: "sec-fetch-site"),
      cookies: head.headers["cookie"])
  }
}
