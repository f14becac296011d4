/// The first place where two signals differ, in words; nil if they are equal bit for bit.
///
/// `#expect(a == b)` on long unequal arrays computes a minimal difference and does not come back.
func parting(_ left: [Float], _ right: [Float]) -> String? {
  if left.count != right.count { return "\(left.count) samples and \(right.count)" }
  for place in left.indices where left[place].bitPattern != right[place].bitPattern {
    return "sample \(place): \(left[place]) and \(right[place])"
  }
  return nil
}
