import KindlyCompiler
public import KindlyLibrary
import KindlyLanguage

/// Why something a practice names can't be used.
public enum LookupError: Error, Sendable {
  /// There is none of that name, or it can't be read.
  case absent(LibraryProblem)
  /// It is there and has problems; their report.
  case faulty(String)

  /// What to tell a person.
  public var sentence: String {
    switch self {
    case .absent(let problem): problem.sentence
    case .faulty(let report): report
    }
  }
}

extension LibrarySnapshot {
  /// Looks something up for the compiler.
  func found<Value>(_ name: String, _ look: () throws(LookupError) -> Value) -> Found<Value> {
    do {
      return .found(try look())
    } catch {
      switch error {
      case .absent(.unknown(_, _, let known)):
        return .unknown(near: nearest(to: name, in: known).map { [$0] } ?? [])
      case .absent(.moved(_, _, let place)): return .unknown(near: [place])
      case .absent: return .unusable(error.sentence)
      // A report is drawn over lines; its first says where and what.
      case .faulty(let report): return .unusable(report.prefix { !$0.isNewline } + ".")
      }
    }
  }
}
