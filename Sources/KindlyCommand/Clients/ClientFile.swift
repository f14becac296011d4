import Glibc
import KindlyBase
import KindlyClients
import KindlyLibrary

/// The table that `--for` names.
struct ClientFile: Sendable {
  /// As it was given.
  let path: String
  /// The people in it.
  let table: ClientTable

  /// Reads a table.
  /// - Throws: `Failure` with a line for each problem of it.
  init(_ path: String) throws(Failure) {
    self.path = path
    let bytes: [UInt8]
    do {
      bytes = try TextFile.read(path, most: Self.mostBytes)
    } catch {
      throw Failure(error)
    }
    do {
      table = try ClientTable(bytes, in: Self.folder(of: path))
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// What the command ends with for problems of the table.
  func failure(_ problems: TableProblems) -> Failure { Self.failure(problems, path) }

  private static func failure(_ problems: TableProblems, _ path: String) -> Failure {
    let count = problems.all.count
    return Failure(
      .practice,
      report: problems.report(on: path == "-" ? "standard input" : path)
        + "\n\(count) \(count == 1 ? "problem" : "problems") in the table. Nothing was written.")
  }

  /// One byte more than a table may have, so that its reader tells.
  private static let mostBytes = 64 << 20

  /// The whole path of the table's folder.
  private static func folder(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let folder = path == "-" ? "." : String(path.dropLast(name.count))
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return "." }
    defer { free(real) }
    return String(cString: real)
  }
}
