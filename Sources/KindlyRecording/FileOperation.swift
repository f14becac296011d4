/// What is asked of the operating system while a file is written.
public enum FileOperation: String, Sendable, CaseIterable {
  /// Looking at what stands under a name.
  case inspect
  /// Asking how much room the disk has.
  case space
  /// Opening the file, its folder, a device.
  case open
  /// Writing bytes at the end or in place.
  case write
  /// Reading bytes back.
  case read
  /// Waiting until the bytes are on the disk.
  case flush
  /// Giving the file its name where none was.
  case link
  /// Putting the new file in the old one's place.
  case rename
  /// Waiting until the name is on the disk.
  case flushFolder
  /// Taking an unfinished file away.
  case remove
}
