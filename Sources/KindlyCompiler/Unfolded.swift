import KindlyLanguage

/// The plan of a practice: its script carried out from the first settings to the last line.
///
/// - Parameter fillRounds: Rounds of `[phrases, fill]`, by how many pins came before; one where it
///   says nothing.
func unfolded(
  _ manuscript: IncludeTree, order: Order, resolver: ReferenceResolver, fillRounds: [Int]
) -> Plan {
  var unfolding = Unfolding(
    manuscript, order: order, resolver: resolver, fillRounds: fillRounds)
  for finding in manuscript.findings { unfolding.note(finding.problem, at: finding.origin) }
  var counting = Counting(manuscript)
  let (events, most) = counting.practice()
  guard events <= Limit.events else {
    unfolding.note(.tooManyEvents(count: events, limit: Limit.events), at: most)
    return unfolding.plan
  }
  var scope = unfolding.firstScope()
  unfolding.plan.title = unfolding.title(in: scope)
  unfolding.unfold(manuscript.files[0].script.body, in: &scope)
  if unfolding.isFull || unfolding.plan.eventCount > Limit.events {
    let count = max(unfolding.plan.eventCount, Limit.events + 1)
    unfolding.note(.tooManyEvents(count: count, limit: Limit.events), at: nil)
  }
  return unfolding.plan
}

extension Plan {
  /// How many sounds and written silences there are.
  var eventCount: Int {
    moments.count { moment in
      switch moment {
      case .sound, .silence: true
      case .gap, .heading, .background: false
      }
    }
  }
}
