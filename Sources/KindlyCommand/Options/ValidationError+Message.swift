import ArgumentParser
import KindlyMessages

extension ValidationError {
  /// What is wrong with a command line, in the listener's language.
  init(_ message: Message) { self.init(message.text(in: Interface.language)) }
}
