import CKindlySystemd

/// A D-Bus message under construction or being read; gives its reference back with itself.
final class BusMessage {
  let pointer: OpaquePointer

  /// Takes over a reference.
  init(owning pointer: OpaquePointer) { self.pointer = pointer }

  /// Adds a reference to a message that the bus owns.
  convenience init(borrowing pointer: OpaquePointer) {
    self.init(owning: sd_bus_message_ref(pointer))
  }

  deinit { sd_bus_message_unref(pointer) }

  /// The answer to this call.
  func reply() -> BusMessage? {
    var answer: OpaquePointer?
    guard sd_bus_message_new_method_return(pointer, &answer) >= 0 else { return nil }
    return answer.map(BusMessage.init(owning:))
  }

  /// Sends the message; a bus that is gone is noticed when it is next looked at.
  func send() { sd_bus_send(nil, pointer, nil) }

  var interface: String { sd_bus_message_get_interface(pointer).map { String(cString: $0) } ?? "" }
  var member: String { sd_bus_message_get_member(pointer).map { String(cString: $0) } ?? "" }

  func readString(_ kind: Unicode.Scalar = "s") -> String? {
    var text: UnsafePointer<CChar>?
    guard sd_bus_message_read_basic(pointer, CChar(kind.value), &text) > 0 else { return nil }
    return text.map { String(cString: $0) }
  }

  func readInt64() -> Int64? {
    var number: Int64 = 0
    return sd_bus_message_read_basic(pointer, CChar(UInt8(ascii: "x")), &number) > 0 ? number : nil
  }

  func readUInt32() -> UInt32? {
    var number: UInt32 = 0
    return sd_bus_message_read_basic(pointer, CChar(UInt8(ascii: "u")), &number) > 0 ? number : nil
  }

  func readBool() -> Bool? {
    var word: Int32 = 0
    return sd_bus_message_read_basic(pointer, CChar(UInt8(ascii: "b")), &word) > 0
      ? word != 0 : nil
  }

  /// A double inside a variant, as `Properties.Set` carries it.
  func readVariantDouble() -> Double? {
    guard sd_bus_message_enter_container(pointer, CChar(UInt8(ascii: "v")), "d") > 0 else {
      return nil
    }
    var number = 0.0
    return sd_bus_message_read_basic(pointer, CChar(UInt8(ascii: "d")), &number) > 0 ? number : nil
  }
}
