import Glibc

/// Where samples come from: fills so many frames of interleaved stereo at 48 kHz, going on where it
/// left off. Called on the caller's thread only.
public typealias BlockSource = (UnsafeMutablePointer<Float>, Int) -> Void

/// Whether all samples are exactly zero; at memory speed, since `memcmp` compares a block with
/// itself four bytes on.
func isSilent(_ samples: UnsafePointer<Float>, _ count: Int) -> Bool {
  guard count > 0 else { return true }
  return samples[0].bitPattern == 0
    && memcmp(samples, samples + 1, (count - 1) * MemoryLayout<Float>.stride) == 0
}
