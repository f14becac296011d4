/// A complex number of Float64, for filters and damped oscillations. Other modules have its arithmetic
/// in their own loops: called, it takes three quarters of a transform's time.
@frozen public struct Complex: Sendable, Hashable, BitwiseCopyable {
  /// Real part.
  public var real: Double
  /// Imaginary part.
  public var imaginary: Double

  /// `real` + i · `imaginary`.
  @_noLocks @inlinable
  public init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// e^(−`decay` + 2πi · `turns`).
  @_noLocks
  public static func damped(decay: Double, turns: Double) -> Complex {
    let size = MathFunctions.exp(-decay)
    let circle = MathFunctions.circle(turns: turns)
    return Complex(size * circle.cosine, size * circle.sine)
  }

  /// The square of the distance from zero.
  @inlinable public var power: Double {
    @_noLocks get { real * real + imaginary * imaginary }
  }
  /// The distance from zero.
  public var magnitude: Double { power.squareRoot() }
  /// Mirrored at the real axis.
  @inlinable public var conjugate: Complex {
    @_noLocks get { Complex(real, -imaginary) }
  }

  /// Adds two numbers.
  @_noLocks @inlinable
  public static func + (left: Complex, right: Complex) -> Complex {
    Complex(left.real + right.real, left.imaginary + right.imaginary)
  }

  /// Subtracts `right` from `left`.
  @_noLocks @inlinable
  public static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.real - right.real, left.imaginary - right.imaginary)
  }

  /// Multiplies two numbers.
  @_noLocks @inlinable
  public static func * (left: Complex, right: Complex) -> Complex {
    Complex(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }

  /// Scales a number.
  @_noLocks @inlinable
  public static func * (left: Complex, right: Double) -> Complex {
    Complex(left.real * right, left.imaginary * right)
  }

  /// Divides `left` by `right`, which is not zero.
  @_noLocks @inlinable
  public static func / (left: Complex, right: Complex) -> Complex {
    (left * right.conjugate) * (1 / right.power)
  }
}
