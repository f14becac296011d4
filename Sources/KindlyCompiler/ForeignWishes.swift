/// A listener's own wishes among words of another language. Both are BCP 47 tags without a region.
public struct ForeignWishes: Sendable, Hashable {
  /// The language of the wishes.
  public var wishes: String
  /// The language of the practice where they are said.
  public var spoken: String

  /// Joins the languages of wishes and practice.
  public init(wishes: String, spoken: String) {
    self.wishes = wishes
    self.spoken = spoken
  }
}
