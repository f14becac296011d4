/// The name in `names` that is closest to `word`, if it is close enough to be a slip of the
/// fingers: one change for short words, two up to eight letters, three beyond. Case is ignored.
///
/// The distance is Damerau's: insert, leave out, replace, or swap two neighbours.
public func nearest(to word: String, in names: some Sequence<String>) -> String? {
  let letters = Array(word.lowercased().unicodeScalars.prefix(40))
  let most = letters.count <= 3 ? 1 : letters.count <= 8 ? 2 : 3
  var best: (name: String, distance: Int)?
  for name in names where abs(min(40, name.unicodeScalars.count) - letters.count) <= most {
    let other = Array(name.lowercased().unicodeScalars.prefix(40))
    let distance = editDistance(letters, other)
    // A word of which nearly everything must change is another word, not a slip.
    guard distance <= most, distance < max(letters.count, other.count) - 1 || distance == 0 else {
      continue
    }
    if distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// The number of single changes between two words.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let same = left[row - 1] == right[column - 1]
      var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
