import KindlySound

/// The doublet that best explains a band: least squares over frequencies, decay and onset.
///
/// Amplitudes are linear and solved for exactly at every step (variable projection, Golub and Pereyra
/// 1973); the others by Levenberg's and Marquardt's damped Gauss-Newton steps.
struct DoubletFit {
  private let band: Band
  /// The onset is estimated only where it can still be seen.
  private let findsAttack: Bool

  /// Prepares for a band; a known onset is kept as it is.
  init(_ band: Band, findsAttack: Bool = true) {
    self.band = band
    self.findsAttack = findsAttack
  }

  /// Improves a guess until it no longer changes.
  func refined(_ guess: Doublet) -> Doublet {
    var best = guess
    var (residual, power) = misfit(&best)
    var damping = 1e-3
    for _ in 0..<60 {
      let slopes = slopes(at: best, residual)
      var improved = false
      for _ in 0..<12 {
        var next = moved(best, by: step(slopes, residual, damping))
        let (other, otherPower) = misfit(&next)
        if otherPower < power {
          improved = power - otherPower > 1e-12 * power
          (best, residual, power) = (next, other, otherPower)
          damping = max(damping / 10, 1e-12)
          break
        }
        damping *= 10
      }
      if !improved { break }
    }
    return best
  }

  /// What a doublet leaves unexplained, as real numbers; sets its amplitudes and rest.
  func misfit(_ doublet: inout Doublet) -> (residual: [Double], power: Double) {
    let waves = doublet.hertz.map { wave($0, doublet) }
    var residual: [Double] = []
    var (whole, power) = (0.0, 0.0)
    var sizes = [Double](repeating: 0, count: waves.count)
    for channel in band.values {
      let amplitudes = Self.amplitudes(of: waves, in: channel)
      for place in channel.indices {
        var rest = channel[place]
        for (wave, amplitude) in zip(waves, amplitudes) { rest = rest - wave[place] * amplitude }
        residual.append(rest.real)
        residual.append(rest.imaginary)
        power += rest.power
        whole += channel[place].power
      }
      for place in sizes.indices { sizes[place] += amplitudes[place].power }
    }
    doublet.sizes = sizes.map { ($0 / Double(band.values.count)).squareRoot() }
    doublet.rest = whole > 0 ? power / whole : 1
    return (residual, power)
  }

  /// One sine as the band's filter shows it: the slow exponential minus the fast one.
  private func wave(_ hertz: Double, _ doublet: Doublet) -> [Complex] {
    let offset = hertz - band.centre
    let fast = doublet.decay + 1 / doublet.attack
    let slowGain = band.gain(decay: doublet.decay, hertz: offset)
    let fastGain =
      fast * (band.times.first ?? 0) < 60 ? band.gain(decay: fast, hertz: offset) : Complex(0)
    return band.times.map { time in
      let turn = Complex.damped(decay: 0, turns: offset * time)
      let slow = slowGain * MathFunctions.exp(-doublet.decay * time)
      return turn * (slow - fastGain * MathFunctions.exp(-fast * time))
    }
  }

  /// Least squares for one or two complex amplitudes.
  private static func amplitudes(of waves: [[Complex]], in channel: [Complex]) -> [Complex] {
    func product(_ left: [Complex], _ right: [Complex]) -> Complex {
      var sum = Complex(0)
      for place in left.indices { sum = sum + left[place].conjugate * right[place] }
      return sum
    }
    let first = product(waves[0], waves[0]).real
    let one = product(waves[0], channel)
    guard waves.count > 1 else { return [first > 0 ? one * (1 / first) : Complex(0)] }
    let second = product(waves[1], waves[1]).real
    let cross = product(waves[0], waves[1])
    let two = product(waves[1], channel)
    let determinant = first * second - cross.power
    guard determinant > 1e-12 * first * second else {
      return [first > 0 ? one * (1 / first) : Complex(0), Complex(0)]
    }
    return [
      (one * second - cross * two) * (1 / determinant),
      (two * first - cross.conjugate * one) * (1 / determinant),
    ]
  }

  /// Steps that matter: hertz by the length of the band, decay and attack in proportion.
  private func parameters(of doublet: Doublet) -> [Double] {
    let hertz = doublet.hertz.map { ($0 - band.centre) * length }
    let shape = [MathFunctions.log(doublet.decay)]
    return hertz + shape + (findsAttack ? [MathFunctions.log(doublet.attack)] : [])
  }

  private var length: Double { (band.times.last ?? 1) - (band.times.first ?? 0) }

  private func moved(_ doublet: Doublet, by step: [Double]) -> Doublet {
    var values = zip(parameters(of: doublet), step).map { $0 + $1 }
    var moved = doublet
    if findsAttack {
      moved.attack = min(max(MathFunctions.exp(values.removeLast()), 1e-4), 3)
    }
    moved.decay = min(max(MathFunctions.exp(values.removeLast()), 0.01), 2000)
    moved.hertz = values.map { band.centre + $0 / length }
    return moved
  }

  /// The residual's change with each parameter, by small differences.
  private func slopes(at doublet: Doublet, _ residual: [Double]) -> [[Double]] {
    let count = parameters(of: doublet).count
    return (0..<count).map { index in
      let small = 1e-6
      var step = [Double](repeating: 0, count: count)
      step[index] = small
      var near = moved(doublet, by: step)
      let other = misfit(&near).residual
      return zip(other, residual).map { ($0 - $1) / small }
    }
  }

  /// A damped Gauss-Newton step.
  private func step(_ slopes: [[Double]], _ residual: [Double], _ damping: Double) -> [Double] {
    var matrix = slopes.map { row in slopes.map { Self.product(row, $0) } }
    let largest = matrix.indices.map { matrix[$0][$0] }.max() ?? 0
    for place in matrix.indices {
      matrix[place][place] += damping * (matrix[place][place] + 1e-12 * largest) + 1e-300
    }
    return solve(matrix, slopes.map { -Self.product($0, residual) })
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for place in left.indices { sum += left[place] * right[place] }
    return sum
  }
}

/// Solves a small system of equations by elimination with pivots; a singular one gives zeros.
func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var rows = zip(matrix, right).map { $0 + [$1] }
  let count = rows.count
  for column in 0..<count {
    let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
    rows.swapAt(column, pivot)
    guard rows[column][column] != 0 else { return [Double](repeating: 0, count: count) }
    for row in 0..<count where row != column {
      let factor = rows[row][column] / rows[column][column]
      for place in column...count { rows[row][place] -= factor * rows[column][place] }
    }
  }
  return (0..<count).map { rows[$0][count] / rows[$0][$0] }
}
