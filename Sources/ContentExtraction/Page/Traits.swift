/// What an element's attributes say about its part in the page.
struct Traits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// Its class or id is one that bodies of articles have, or it is the `articleBody` of schema.org.
  static let content = Traits(rawValue: 1 << 0)
  /// Its class or id is one that page furniture has.
  static let boilerplate = Traits(rawValue: 1 << 1)
  /// A comment or a list of them.
  static let comments = Traits(rawValue: 1 << 2)
  /// Names the author.
  static let byline = Traits(rawValue: 1 << 3)
  /// Not shown, or shown to screen readers only.
  static let hidden = Traits(rawValue: 1 << 4)
  /// Has an ARIA role of page furniture.
  static let furnitureRole = Traits(rawValue: 1 << 5)
  /// Is the main landmark.
  static let mainRole = Traits(rawValue: 1 << 6)
  /// Has the ARIA role `article`.
  static let articleRole = Traits(rawValue: 1 << 7)
  /// A post of a forum or an answer.
  static let post = Traits(rawValue: 1 << 8)
  /// Folded away until a reader opens it.
  static let folded = Traits(rawValue: 1 << 10)
  /// A control that is no form element, by its ARIA role.
  static let controlRole = Traits(rawValue: 1 << 11)
  /// Asks for consent to cookies.
  static let consent = Traits(rawValue: 1 << 12)
  /// Its class or id is one that furniture of threads has, such as what a member's box says.
  static let forumFurniture = Traits(rawValue: 1 << 13)
  /// Its class or id is one that furniture of shops has, such as prices and reviews.
  static let shopFurniture = Traits(rawValue: 1 << 14)
  /// Its class or id is one that furniture of articles has, such as turning previews of others.
  static let articleFurniture = Traits(rawValue: 1 << 15)
  /// Its class or id is one that offers in between have, which on some pages are all there is.
  static let offer = Traits(rawValue: 1 << 16)
  /// What customers say of a product.
  static let reviews = Traits(rawValue: 1 << 17)
  /// What stands below a picture.
  static let caption = Traits(rawValue: 1 << 18)
  /// The headline or a wrapper of it.
  static let headline = Traits(rawValue: 1 << 9)
}
