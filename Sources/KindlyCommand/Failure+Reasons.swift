import Kindly
import KindlyLibrary
import KindlyPlayer
import KindlyRecording

// What the libraries' errors mean for the shell; their words are their own.
extension Failure {
  /// Nothing in the library has the name, or its file can't be read.
  init(_ problem: LibraryProblem) { self.init(.noInput, problem.message) }

  /// A text can't be read.
  init(_ problem: TextFileProblem) { self.init(.noInput, problem.message) }

  /// A file of the listener's can't be written.
  init(_ problem: StateFileProblem) { self.init(.cannotCreate, problem.message) }

  /// An author's file can't be written.
  init(_ refused: AuthorFile.Refused) { self.init(.cannotCreate, refused.sentence) }

  /// Something that a practice names is missing or has problems.
  init(_ unfit: LookupError) {
    switch unfit {
    case .absent(let problem): self.init(problem)
    case .faulty(let report): self.init(.practice, report: report)
    }
  }

  /// A practice has problems.
  init(_ refusal: CompositionError) { self.init(.practice, report: refusal.report) }

  /// A course is missing, has problems, or has no days.
  init(_ refusal: CourseError) {
    switch refusal {
    case .absent(let problem): self.init(problem)
    case .refused(let refusal): self.init(refusal)
    case .noDays(let path):
      self.init(.practice, "\(path) has no days. Each day begins with a heading: # Day 1")
    }
  }

  /// The sound device gave up, or there is none.
  init(_ error: LoudspeakerError) { self.init(.unavailable, error.message) }

  /// A recording can't be written.
  init(_ error: RecordingError) {
    let code: Code =
      switch error {
      case .unknownEnding, .rate, .samples, .bitRate, .needsSeeking: .usage
      case .missingEncoder, .missingConverter: .unavailable
      case .unreadable: .noInput
      case .diskFull, .deviceFull, .fileTooLarge, .readerGone, .refused, .nameNotFlushed, .encoder,
        .stopped:
        .inputOutput
      default: .cannotCreate
      }
    self.init(code, error.sentence)
  }
}
