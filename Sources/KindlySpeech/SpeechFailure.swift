/// Why a text could not be spoken: facts, of which `sentence` and `advice` make words.
public enum SpeechFailure: Error, Sendable, Hashable {
  /// libespeak-ng could not be opened.
  case engineMissing(reason: String)
  /// espeak-ng's data folder is missing or broken.
  case dataMissing(reason: String)
  /// espeak-ng has no such voice.
  case unknownVoice(String, near: [String])
  /// espeak-ng has no such variant, or its name is not one.
  case unknownVariant(String, near: [String])
  /// Nothing of the text can be spoken.
  case nothingToSay
  /// The text is longer than one utterance may be.
  case textTooLong(bytes: Int, most: Int)
  /// It would have made more sound than one utterance may.
  case soundTooLong(seconds: Int)
  /// The engine ended while it spoke this; its signal, 0 if it left by itself.
  case engineDied(signal: Int)
  /// The engine did not answer.
  case engineHung(seconds: Int)
  /// The engine answered with an error number of its own.
  case engineRefused(code: Int)
  /// The worker process could not be started or used.
  case noWorker(reason: String)
  /// The engine gave silence.
  case silent
  /// A program that a voice names is not installed; the line that installs it.
  case programMissing(name: String, install: String?)
  /// The voice starts a program, and the listener has not accepted that yet.
  case notTrusted(program: String, narrator: String)
  /// The voice's model is not where the voice file says.
  case modelMissing(path: String)
  /// A program ended badly; the end of what it said.
  case programFailed(name: String, how: ProgramEnd, lastWords: String)
  /// A program did not come to an end.
  case programHung(name: String, seconds: Int)
  /// A program gave nothing.
  case programSilent(name: String)
  /// A program gave something that is no sound.
  case programGarbled(name: String, reason: String)
  /// A recording can't be read.
  case recordingUnreadable(path: String, reason: String)

  /// How a program ended that did not speak.
  public enum ProgramEnd: Sendable, Hashable {
    /// It could not be started.
    case notStarted(errno: Int)
    /// It left with this code.
    case left(code: Int)
    /// A signal ended it.
    case ended(signal: Int)
  }
}
