/// One partial as it is estimated: one or two sines that rise and die together.
struct Doublet: Sendable, Hashable {
  /// Frequencies in hertz, one or two.
  var hertz: [Double]
  /// Nepers a second.
  var decay: Double
  /// Time constant of the onset in seconds.
  var attack: Double
  /// Amplitude of each sine at the strike, without the onset: root mean square of the channels.
  var sizes: [Double] = []
  /// Share of the band's power that the estimate does not explain.
  var rest = 1.0
}
