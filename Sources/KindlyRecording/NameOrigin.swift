/// Who thought of a file's name, and so what may be found under it when the file is written.
public enum NameOrigin: Sendable, Hashable {
  /// A person gave it. A link is followed, and a device or FIFO is written straight.
  case given
  /// The program made it up, in somebody's folder: the file of a batch, a feed, a text beside a sound.
  /// Only a regular file may be there. Where files may be replaced, a link is replaced itself; what it
  /// leads to stays as it is.
  case made
}
