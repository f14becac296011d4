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
}
