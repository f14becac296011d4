/// Why a recording could not be written.
///
/// The words for each case are in `RecordingError+Sentence.swift`.
public enum RecordingError: Error, Sendable, Hashable {
  /// The ending of the name chooses no format; nil when there is none.
  case unknownEnding(path: String, ending: String?)
  /// The format does not come at this rate.
  case rate(Int, format: FileFormat)
  /// The format does not come with this kind of samples.
  case samples(SampleFormat, format: FileFormat)
  /// The format can't be held to so many bits a second.
  case bitRate(Int, format: FileFormat)
  /// The format goes back to finish its beginning, which this target does not allow.
  case needsSeeking(path: String, format: FileFormat)
  /// The folder does not exist.
  case noFolder(String)
  /// Something in the way is not a folder.
  case notAFolder(String)
  /// The user may not write here.
  case notAllowed(path: String, folder: String)
  /// The disk, or this part of it, is only for reading.
  case readOnlyDisk(folder: String)
  /// A folder stands under the name.
  case isFolder(String)
  /// A link has the name, which the program made up itself: nothing is written through it.
  case isLink(String)
  /// A device took no more; nothing of what it took can be taken back.
  case deviceFull(path: String)
  /// A link stands under the name and leads nowhere.
  case brokenLink(String)
  /// Something stands under the name that cannot be written, such as a socket.
  case notAFile(String)
  /// A file of this name is there and was not to be replaced.
  case exists(String)
  /// The name is longer than the disk allows.
  case nameTooLong(String)
  /// Not enough room before the first byte is written.
  case noRoom(folder: String, needed: Int64, free: Int64)
  /// The disk, or the user's share of it, became full on the way.
  case diskFull(path: String)
  /// The file became larger than the system allows for one file.
  case fileTooLarge(path: String)
  /// Whoever was reading has gone away.
  case readerGone(path: String)
  /// The system refused in another way.
  case refused(operation: FileOperation, path: String, code: Int32)
  /// The file is whole and in its place, but the disk did not confirm its name.
  case nameNotFlushed(path: String, code: Int32)
  /// The library that encodes the format is not installed; the Debian package it comes in.
  case missingEncoder(FileFormat, package: String)
  /// The program ffmpeg, which reads other kinds of sound files, is not installed.
  case missingConverter
  /// ffmpeg can't read a sound file; what it said.
  case unreadable(path: String, message: String)
  /// An encoder refused.
  case encoder(format: FileFormat, message: String)
  /// Somebody asked to stop; nothing was left behind.
  case stopped
}
