import Glibc
import KindlyFiles

/// An author's own file, written whole or not at all.
enum AuthorFile {
  /// Why a file could not be written, with the system's error number.
  struct Refused: Error {
    var path: String
    var code: Int32

    /// What to tell the author.
    var sentence: String {
      code == EEXIST
        ? "\(path) already exists and was not changed."
        : "I can't write \(path): \(String(cString: strerror(code)))."
    }
  }

  /// Makes a new file; one that is there stays as it is.
  static func create(_ path: String, with text: String) throws(Refused) {
    do {
      try WholeWrite.write(Array(text.utf8), to: path, over: .none)
    } catch {
      throw Refused(path: path, code: error.code)
    }
  }

  /// Makes a file, or asks on a terminal whether to replace one that is there.
  static func offer(_ path: String, with text: String) throws(Failure) {
    do throws(Refused) {
      do throws(Refused) {
        try create(path, with: text)
      } catch {
        guard error.code == EEXIST, isatty(0) == 1, isatty(2) == 1 else { throw error }
        Printer.ask("\(path) already exists. Replace it? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
          throw error
        }
        try replace(path, with: text)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Replaces the text of a file and keeps its permissions. A symbolic link stays one.
  static func replace(_ path: String, with text: String) throws(Refused) {
    guard let real = realpath(path, nil) else { throw Refused(path: path, code: errno) }
    defer { free(real) }
    do {
      try WholeWrite.write(Array(text.utf8), to: String(cString: real))
    } catch {
      throw Refused(path: path, code: error.code)
    }
  }
}
