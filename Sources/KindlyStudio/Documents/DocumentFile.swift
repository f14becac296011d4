import Glibc
import KindlyBase
import KindlyFiles
import KindlyLibrary

/// The file behind a document: where it is, and what it held when it was last looked at.
struct DocumentFile: Sendable {
  /// Where it is saved.
  let path: String
  /// What it held, as the text of an editor; nil where it is not there yet.
  var text: String?
  /// The form its bytes have.
  var form = TextForm()
  /// The mark of its bytes.
  var mark: String

  /// Why a file can't be opened or saved.
  struct Refused: Error, Sendable {
    /// What to tell the author.
    var sentence: String
  }

  /// Looks at a file; one that is not there yet is none to complain about.
  init(_ path: String) throws(Refused) {
    self.path = path
    let bytes: [UInt8]
    do {
      bytes = try TextFile.read(path)
    } catch .missing {
      mark = Draft.mark(of: nil)
      return
    } catch {
      throw Refused(sentence: error.sentence)
    }
    guard bytes.count <= TextFile.limit else {
      throw Refused(sentence: "\(visible(path)) is larger than 1 MiB, which no practice may be.")
    }
    guard let read = TextForm.read(bytes) else {
      throw Refused(
        sentence: "\(visible(path)) is not UTF-8 text. 'kindly check' says where; save it as UTF-8."
      )
    }
    (text, form) = read
    mark = Draft.mark(of: bytes)
  }

  /// Writes a text to it, whole or not at all. A link stays one; what is there is replaced only if it is
  /// what was last looked at.
  mutating func save(_ new: String) throws(Refused) {
    let bytes = form.bytes(of: new)
    let real = Glibc.realpath(path, nil)
    defer { free(real) }
    let target = real.map { String(cString: $0) } ?? path
    do throws(FileProblem) {
      if text == nil { try Folder.make(Folder.parent(of: path)) }
      try WholeWrite.write(bytes, to: target, over: text == nil ? .none : .file)
    } catch {
      let reason = String(cString: strerror(error.code))
      throw Refused(sentence: "I can't save \(visible(path)): \(reason). Your text is kept.")
    }
    text = new
    mark = Draft.mark(of: bytes)
  }
}
