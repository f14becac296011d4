import CKindlySystemd

/// A D-Bus value, as far as the desktop needs them.
enum Variant: Hashable, Sendable {
  case bool(Bool)
  case byte(UInt8)
  case int32(Int32)
  case uint32(UInt32)
  case int64(Int64)
  case uint64(UInt64)
  case double(Double)
  case string(String)
  case path(String)
  case strings([String])
  case facts([Fact])

  /// A member of a dictionary.
  struct Fact: Hashable, Sendable {
    var name: String
    var value: Variant
  }

  /// The D-Bus signature.
  var signature: String {
    switch self {
    case .bool: "b"
    case .byte: "y"
    case .int32: "i"
    case .uint32: "u"
    case .int64: "x"
    case .uint64: "t"
    case .double: "d"
    case .string: "s"
    case .path: "o"
    case .strings: "as"
    case .facts: "a{sv}"
    }
  }
}

extension BusMessage {
  /// Appends a value itself.
  func append(_ value: Variant) {
    switch value {
    case .bool(let flag):
      var word: Int32 = flag ? 1 : 0
      sd_bus_message_append_basic(pointer, Self.type("b"), &word)
    case .byte(var number): sd_bus_message_append_basic(pointer, Self.type("y"), &number)
    case .int32(var number): sd_bus_message_append_basic(pointer, Self.type("i"), &number)
    case .uint32(var number): sd_bus_message_append_basic(pointer, Self.type("u"), &number)
    case .uint64(var number): sd_bus_message_append_basic(pointer, Self.type("t"), &number)
    case .int64(var number): sd_bus_message_append_basic(pointer, Self.type("x"), &number)
    case .double(var number): sd_bus_message_append_basic(pointer, Self.type("d"), &number)
    case .string(let text): append(text, as: "s")
    case .path(let path): append(path, as: "o")
    case .strings(let texts):
      within("a", "s") { for text in texts { append(text, as: "s") } }
    case .facts(let facts): append(facts)
    }
  }

  /// Appends a value with its type: a D-Bus variant.
  func appendVariant(_ value: Variant) {
    within("v", value.signature) { append(value) }
  }

  /// Appends a dictionary from names to variants.
  func append(_ facts: [Variant.Fact]) {
    within("a", "{sv}") {
      for fact in facts {
        within("e", "sv") {
          append(fact.name, as: "s")
          appendVariant(fact.value)
        }
      }
    }
  }

  private func append(_ text: String, as kind: Unicode.Scalar) {
    _ = text.withCString { sd_bus_message_append_basic(pointer, Self.type(kind), $0) }
  }

  private func within(_ kind: Unicode.Scalar, _ contents: String, _ body: () -> Void) {
    sd_bus_message_open_container(pointer, Self.type(kind), contents)
    body()
    sd_bus_message_close_container(pointer)
  }

  fileprivate static func type(_ scalar: Unicode.Scalar) -> CChar { CChar(scalar.value) }
}
