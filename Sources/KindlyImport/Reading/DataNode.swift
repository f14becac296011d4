internal import CKindlyYAML

/// A value of a JSON or YAML document.
indirect enum DataNode {
  case scalar(String, isPlain: Bool, line: Int)
  case list([DataNode], line: Int)
  case mapping([(key: String, value: DataNode)], line: Int)

  var line: Int {
    switch self {
    case .scalar(_, _, let line), .list(_, let line), .mapping(_, let line): line
    }
  }

  /// All documents of a text, as a list where there are several.
  /// - Throws: `ImportProblem` with the line where it can't be read.
  static func document(_ text: String, kind: String) throws(ImportProblem) -> DataNode {
    guard kindly_yaml_is_there() else {
      throw .libraryMissing(kind: kind, package: "libyaml-0-2")
    }
    let bytes = Array(withoutSurrogates(text).utf8)
    let result: Result<DataNode, ImportProblem> = bytes.withUnsafeBufferPointer { bytes in
      guard let yaml = kindly_yaml_open(bytes.baseAddress, bytes.count) else {
        return .failure(.damaged(kind: kind, reason: "it can't be opened"))
      }
      defer { kindly_yaml_close(yaml) }
      return read(yaml, kind: kind)
    }
    return try result.get()
  }

  /// A list or mapping that is being read.
  private struct Open {
    var isMapping: Bool
    var line: Int
    var key: String?
    var list: [DataNode] = []
    var pairs: [(key: String, value: DataNode)] = []

    mutating func take(_ node: DataNode) {
      guard isMapping else { return list.append(node) }
      if let key {
        pairs.append((key, node))
        self.key = nil
      } else if case .scalar(let text, _, _) = node {
        key = text
      } else {
        key = ""
      }
    }

    var node: DataNode { isMapping ? .mapping(pairs, line: line) : .list(list, line: line) }
  }

  private static func read(_ yaml: OpaquePointer, kind: String) -> Result<DataNode, ImportProblem> {
    var open: [Open] = [Open(isMapping: false, line: 1)]
    while true {
      let event = Int(kindly_yaml_next(yaml))
      let line = Int(kindly_yaml_line(yaml))
      switch event {
      case kindly_yaml_failed:
        let problem = String(cString: kindly_yaml_problem(yaml))
        return .failure(.damaged(kind: kind, reason: "line \(line): \(problem)"))
      case kindly_yaml_done:
        guard open.count == 1 else {
          return .failure(.damaged(kind: kind, reason: "line \(line): it ends too early"))
        }
        return .success(open[0].list.count == 1 ? open[0].list[0] : open[0].node)
      case kindly_yaml_scalar:
        let text = UnsafeRawBufferPointer(
          start: kindly_yaml_text(yaml), count: kindly_yaml_length(yaml))
        let node = DataNode.scalar(
          String(decoding: text, as: UTF8.self), isPlain: kindly_yaml_is_plain(yaml), line: line)
        open[open.count - 1].take(node)
      case kindly_yaml_sequence, kindly_yaml_mapping:
        guard open.count < 100 else {
          return .failure(.damaged(kind: kind, reason: "line \(line): more than 100 levels"))
        }
        open.append(Open(isMapping: event == kindly_yaml_mapping, line: line))
      case kindly_yaml_end:
        guard open.count > 1 else { continue }
        let node = open.removeLast().node
        open[open.count - 1].take(node)
      default: continue
      }
    }
  }

  private static let halves = WordSearch(["\\ud"])

  /// JSON writes letters beyond 16 bits as two halves, which YAML doesn't know.
  private static func withoutSurrogates(_ text: String) -> String {
    guard halves.isFound(in: text) else { return text }
    let scalars = text.scalars
    var out: [Scalar] = []
    out.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      if let first = unit(scalars, index), 0xD800...0xDBFF ~= first,
        let second = unit(scalars, index + 6), 0xDC00...0xDFFF ~= second,
        let scalar = Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        out.append(scalar)
        index += 12
      } else if let half = unit(scalars, index), 0xD800...0xDFFF ~= half {
        out.append(" ")
        index += 6
      } else {
        out.append(scalars[index])
        index += 1
      }
    }
    return out.text
  }

  private static func unit(_ text: [Scalar], _ index: Int) -> UInt32? {
    guard index + 6 <= text.count, text[index] == "\\", text[index + 1] == "u" else { return nil }
    return UInt32(text[(index + 2)..<(index + 6)].text, radix: 16)
  }
}
