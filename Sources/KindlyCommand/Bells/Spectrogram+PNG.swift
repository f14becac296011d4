import CKindlyPNG
import KindlyLanguage
import KindlyBellfounding
import KindlyRecording

extension Spectrogram {
  /// The picture as a PNG file; nil where libpng or memory is missing.
  var png: [UInt8]? {
    var image = png_image()
    image.version = png_uint_32(PNG_IMAGE_VERSION)
    image.width = png_uint_32(width)
    image.height = png_uint_32(height)
    image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
    defer { png_image_free(&image) }
    // Asked for its size first, then written.
    var size = png_alloc_size_t(0)
    guard png_image_write_to_memory(&image, nil, &size, 0, pixels, Int32(3 * width), nil) != 0
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, Int32(3 * width), nil) != 0
    else { return nil }
    return Array(bytes.prefix(size))
  }

  /// Writes the picture to a PNG file, whole or not at all.
  func write(to path: String, replacing: Bool) throws(Failure) {
    guard kindly_png_is_there() else {
      throw Failure(
        .unavailable,
        "The picture needs libpng. Install it with: sudo apt-get install libpng16-16")
    }
    guard let png else {
      throw Failure(.unavailable, "There is not enough memory for the picture.")
    }
    do {
      let file = try WholeFile(at: path, replacing: replacing)
      try file.write(png)
      try file.commit()
      Printer.note("\(visible(path)): \(width) by \(height) points, 60 Hz to 16 kHz")
    } catch {
      throw Failure(error)
    }
  }
}
