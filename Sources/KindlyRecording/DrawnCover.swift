import CKindlyPNG
import Glibc
import KindlyBase

/// A quiet picture for a cover: a sky, a sun or moon low in it, and hills one behind the other.
///
/// A function of the title, the colours and the size, so the same session has the same cover.
public struct DrawnCover: Sendable, Hashable {
  /// Colours that go together.
  public enum Palette: String, Sendable, Hashable, CaseIterable {
    case dawn
    case dusk
    case forest
    case night
    case sand
    case sea
  }

  /// The words it is drawn for; they choose where everything lies.
  public var title: String
  /// The colours.
  public var palette: Palette

  /// A cover for a title, in colours that the title chooses unless some are given.
  public init(title: String, palette: Palette? = nil) {
    self.title = title
    let all = Palette.allCases
    self.palette = palette ?? all[Int(Self.seed(title) % UInt64(all.count))]
  }

  /// The picture as a PNG file; nil where libpng or memory is missing.
  ///
  /// - Parameter size: width and height in pixels, from 64 to 3000.
  public func png(size: Int) -> [UInt8]? {
    let size = min(3000, max(64, size))
    let pixels = pixels(size: size)
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(size)
    image.height = png_uint_32(size)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    defer { png_image_free(&image) }
    var count = png_alloc_size_t(3 * size * size + 1 << 16)
    var bytes = [UInt8](repeating: 0, count: count)
    guard png_image_write_to_memory(&image, &bytes, &count, 0, pixels, Int32(3 * size), nil) != 0
    else { return nil }
    return Array(bytes.prefix(count))
  }

  /// Three bytes for each pixel, from the upper left on.
  func pixels(size: Int) -> [UInt8] {
    let scene = Scene(seed: Self.seed(title), colours: palette.colours)
    var pixels = [UInt8](repeating: 0, count: 3 * size * size)
    let step = 1 / Float(size)
    // The heights of the hills belong to a column.
    let heights = (0..<size).map { column in
      (0..<Scene.hills).map { scene.height(of: $0, at: (Float(column) + 0.5) * step) }
    }
    for row in 0..<size {
      let y = (Float(row) + 0.5) * step
      for column in 0..<size {
        let colour = scene.colour(
          at: (Float(column) + 0.5) * step, y, heights[column], pixel: step)
        for part in 0..<3 {
          pixels[3 * (row * size + column) + part] = UInt8(max(0, min(255, colour[part].rounded())))
        }
      }
    }
    return pixels
  }

  /// FNV-1a over the title, mixed once more so that near titles lie apart.
  private static func seed(_ title: String) -> UInt64 {
    let hash = FNV1a.hash(title.utf8)
    return ((hash ^ hash >> 31) &* SplitMix64.step) >> 8
  }
}

/// What is in the picture, in units of its width; y grows downward.
private struct Scene {
  static let hills = 4

  private let colours: Colours
  private let sun: (x: Float, y: Float, size: Float)
  private let waves: [[(turns: Float, phase: Float, size: Float)]]

  init(seed: UInt64, colours: Colours) {
    self.colours = colours
    var numbers = SplitMix64(seed: seed)
    func next() -> Float { Float(numbers.next() >> 40) / Float(1 << 24) }
    sun = (0.28 + 0.44 * next(), 0.36 + 0.12 * next(), 0.075 + 0.03 * next())
    waves = (0..<Self.hills).map { hill in
      (1...3).map { part in
        // One by one: Swift 6.2 can't tell the types of all three at once.
        let turns: Float = Float(part) * (0.5 + 0.35 * next())
        let phase = next()
        let highest: Float = (0.05 - 0.006 * Float(hill)) / Float(part)
        let size: Float = highest * (0.6 + 0.4 * next())
        return (turns, phase, size)
      }
    }
  }

  /// Where a hill begins below the sky.
  func height(of hill: Int, at x: Float) -> Float {
    let base = 0.6 + 0.1 * Float(hill)
    return waves[hill].reduce(base) { sum, wave in
      sum + wave.size * sinf(2 * .pi * (wave.turns * x + wave.phase))
    }
  }

  func colour(at x: Float, _ y: Float, _ heights: [Float], pixel: Float) -> SIMD4<Float> {
    var colour = mixed(colours.top, colours.horizon, smooth(y / 0.75))
    let distance = ((x - sun.x) * (x - sun.x) + (y - sun.y) * (y - sun.y)).squareRoot()
    let glow = max(0, 1 - distance / 0.5)
    colour = mixed(colour, colours.sun, 0.45 * glow * glow * glow)
    colour = mixed(colour, colours.sun, edge(sun.size - distance, pixel))
    for hill in 0..<Self.hills {
      let inside = edge(y - heights[hill], pixel)
      if inside == 0 { continue }
      // Far hills have the colour of the air, near ones their own, a little lighter at the top.
      let near = (Float(hill) + 1) / Float(Self.hills)
      let depth = min(1, (y - heights[hill]) * 5)
      let own = mixed(
        mixed(colours.horizon, colours.ground, near), colours.horizon, 0.12 * (1 - depth))
      colour = mixed(colour, own, inside)
    }
    return colour
  }

  private func mixed(_ one: SIMD4<Float>, _ other: SIMD4<Float>, _ share: Float) -> SIMD4<Float> {
    one + (other - one) * share
  }

  private func smooth(_ value: Float) -> Float {
    let kept = max(0, min(1, value))
    return kept * kept * (3 - 2 * kept)
  }

  /// 0 outside, 1 inside, and in between within a pixel of the edge.
  private func edge(_ distance: Float, _ pixel: Float) -> Float {
    max(0, min(1, distance / pixel + 0.5))
  }
}

/// Red, green and blue from 0 to 255.
private struct Colours {
  var top: SIMD4<Float>
  var horizon: SIMD4<Float>
  var sun: SIMD4<Float>
  var ground: SIMD4<Float>

  init(_ top: UInt32, _ horizon: UInt32, _ sun: UInt32, _ ground: UInt32) {
    func colour(_ code: UInt32) -> SIMD4<Float> {
      SIMD4(Float(code >> 16), Float(code >> 8 & 255), Float(code & 255), 0)
    }
    self.top = colour(top)
    self.horizon = colour(horizon)
    self.sun = colour(sun)
    self.ground = colour(ground)
  }
}

extension DrawnCover.Palette {
  fileprivate var colours: Colours {
    switch self {
    case .dawn: Colours(0x8fa8c4, 0xf2d3bf, 0xfff1d6, 0x6f5f70)
    case .dusk: Colours(0x3b4668, 0xd9a08a, 0xf8d9a8, 0x2a2c44)
    case .forest: Colours(0xa9bfb0, 0xe4e6cf, 0xf8f4dc, 0x33483c)
    case .night: Colours(0x10182c, 0x3f5574, 0xe9eaf0, 0x0b1220)
    case .sand: Colours(0xd9c7ab, 0xf1e4cd, 0xfff6e0, 0x8f7257)
    case .sea: Colours(0x6f9bb0, 0xd5e3df, 0xfaf3dc, 0x2f586b)
    }
  }
}
