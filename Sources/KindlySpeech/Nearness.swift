/// The names a person may have meant, nearest first: at most three, at most a third of the letters
/// away.
func names(near name: String, among names: [String]) -> [String] {
  let wanted = Array(name.lowercased())
  let near = Set(names).map { (distance: distance(wanted, Array($0.lowercased())), name: $0) }
    .filter { $0.distance <= max(1, wanted.count / 3) }
  return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}

/// Letters to add, drop, change or swap to get from one word to the other.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, before[j - 1] + 1)
      }
      row.append(best)
    }
    before = last
    last = row
  }
  return last[right.count]
}
