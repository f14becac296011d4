import KindlyBase

internal import CKindlyXML

/// An element of an XML or HTML document.
final class XMLNode {
  /// The name with its prefix, in lower case.
  let name: String
  /// The name without its prefix.
  let localName: Substring
  let attributes: [String: String]
  let line: Int
  fileprivate(set) var children: [Child] = []

  /// What stands in an element.
  enum Child {
    case node(XMLNode)
    case text(String)
    case comment(String, line: Int)
  }

  init(name: String, attributes: [String: String] = [:], line: Int = 1) {
    self.name = name
    localName = name.utf8.contains(0x3A) ? name.split(separator: ":").last ?? "" : name[...]
    self.attributes = attributes
    self.line = line
  }

  /// An attribute by its name without prefix.
  func attribute(_ name: String) -> String? {
    attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
  }

  /// The children that are elements.
  var nodes: [XMLNode] {
    children.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  /// All text in it.
  var text: String {
    children.map { child in
      switch child {
      case .node(let node): node.text
      case .text(let text): text
      case .comment: ""
      }
    }.joined()
  }

  /// The first element with a name, in the order of the document.
  func first(_ name: String) -> XMLNode? {
    for node in nodes {
      if node.localName == name { return node }
      if let found = node.first(name) { return found }
    }
    return nil
  }

  /// The elements with a name, in the order of the document, without those inside one another.
  func outermost(_ name: String) -> [XMLNode] {
    nodes.flatMap { $0.localName == name ? [$0] : $0.outermost(name) }
  }

  /// The same element with other children.
  func holding(_ children: [Child]) -> XMLNode {
    let node = XMLNode(name: name, attributes: attributes, line: line)
    node.children = children
    return node
  }

  // MARK: - Reading

  /// Elements inside one another that are told apart; deeper ones stand beside one another.
  private static let depth = 150

  /// The document in a text.
  /// - Throws: `ImportProblem` where the library is missing or finds no document.
  static func document(_ text: String, isHTML: Bool) throws(ImportProblem) -> XMLNode {
    guard kindly_xml_is_there() else {
      throw .libraryMissing(kind: isHTML ? "HTML" : "XML", package: "libxml2")
    }
    var text = text
    let root: XMLNode? = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        guard let document = kindly_xml_open(bytes.baseAddress, Int32(bytes.count), isHTML) else {
          return nil
        }
        defer { kindly_xml_close(document) }
        return read(document)
      }
    }
    guard let root, !root.children.isEmpty else {
      throw .damaged(kind: isHTML ? "HTML" : "XML", reason: "it has no elements")
    }
    return root
  }

  private static func read(_ document: OpaquePointer) -> XMLNode {
    let root = XMLNode(name: "")
    var open = [root]
    var beyond = 0
    while kindly_xml_next(document) {
      guard let parent = open.last else { break }
      switch Int(kindly_xml_kind(document)) {
      case kindly_xml_element:
        let isEmpty = kindly_xml_is_empty(document)
        let node = element(document)
        parent.children.append(.node(node))
        if isEmpty { continue }
        if open.count < depth { open.append(node) } else { beyond += 1 }
      case kindly_xml_end:
        if beyond > 0 { beyond -= 1 } else if open.count > 1 { open.removeLast() }
      case kindly_xml_text, kindly_xml_cdata, kindly_xml_space,
        kindly_xml_significant_space:
        parent.children.append(.text(string(kindly_xml_value(document))))
      case kindly_xml_entity:
        let name = string(kindly_xml_name(document))
        parent.children.append(
          .text(CharacterReference.scalar(named: name).map { String(Character($0)) } ?? name))
      case kindly_xml_comment:
        parent.children.append(
          .comment(string(kindly_xml_value(document)), line: Int(kindly_xml_line(document))))
      default: continue
      }
    }
    return root
  }

  private static func element(_ document: OpaquePointer) -> XMLNode {
    let name = string(kindly_xml_name(document)).lowercased()
    let line = Int(kindly_xml_line(document))
    var attributes: [String: String] = [:]
    while kindly_xml_next_attribute(document) {
      attributes[string(kindly_xml_name(document)).lowercased()] = string(
        kindly_xml_value(document))
    }
    return XMLNode(name: name, attributes: attributes, line: max(line, 1))
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
