import Glibc

/// File names as folders spell them.
///
/// A Mac stores "ü" as two characters, a keyboard gives one, and Linux compares bytes. Names that mean
/// the same letters are the same name here; Swift compares strings by canonical equivalence (Unicode
/// standard, annex 15).
enum NameOnDisk {
  /// A name inside a folder, each part spelled as the folder has it where it has no entry of exactly
  /// these bytes.
  static func spelled(_ name: String, in folder: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    var path = folder
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let part = entry(String(part), in: path)
      path += "/" + part
      return part
    }
    return parts.joined(separator: "/")
  }

  /// A path, spelled in the same way.
  static func spelled(path: String) -> String {
    guard !path.utf8.allSatisfy({ $0 < 0x80 }), access(path, F_OK) != 0 else { return path }
    guard path.hasPrefix("/") else { return spelled(path, in: ".") }
    return "/" + spelled(String(path.dropFirst()), in: "")
  }

  private static func entry(_ name: String, in folder: String) -> String {
    guard !name.utf8.allSatisfy({ $0 < 0x80 }), access(folder + "/" + name, F_OK) != 0 else {
      return name
    }
    return Library.files(in: folder.isEmpty ? "/" : folder).first { $0 == name } ?? name
  }
}
