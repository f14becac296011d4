import CKindlySystemd
import Foundation
import Synchronization
import Testing

@testable import KindlyDesktop

extension RemoteControlTests {
  @Test func `a notification is gentle, and no markup`() throws {
    let bus = try #require(PrivateBus())
    setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address, 1)
    let told = Mutex<[String]>([])
    let fake = FakeService(
      "org.freedesktop.Notifications", at: "/org/freedesktop/Notifications"
    ) { member, call in
      var words = [member]
      func string() {
        var text: UnsafePointer<CChar>?
        if sd_bus_message_read_basic(call, CChar(UInt8(ascii: "s")), &text) > 0, let text {
          words.append(String(cString: text))
        }
      }
      string()
      var replaced: UInt32 = 9
      sd_bus_message_read_basic(call, CChar(UInt8(ascii: "u")), &replaced)
      words.append("\(replaced)")
      for _ in 0..<3 { string() }
      told.withLock { $0 = words }
      var reply: OpaquePointer?
      sd_bus_message_new_method_return(call, &reply)
      var number: UInt32 = 7
      sd_bus_message_append_basic(reply, CChar(UInt8(ascii: "u")), &number)
      sd_bus_send(nil, reply, nil)
      sd_bus_message_unref(reply)
    }
    defer { fake.leave() }
    let note = Notification(summary: "Loving-kindness", body: "<b>Rest</b> & be\u{1B}")
    #expect(note.show(within: 30))
    #expect(
      told.withLock { $0 } == [
        "Notify", "Kindly", "0", "kindly", "Loving-kindness", "&lt;b&gt;Rest&lt;/b&gt; &amp; be␛",
      ])
    withExtendedLifetime(bus) {}
  }

  @Test func `a desktop that shows none, or no desktop, is told`() throws {
    let note = Notification(summary: "a", body: "b")
    let bus = try #require(PrivateBus())
    #expect(!note.show(within: 30))
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1)
    #expect(!note.show(within: 30))
    withExtendedLifetime(bus) {}
  }
}
