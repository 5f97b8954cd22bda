/// The attributes that extraction reads.
enum Attribute: String, Hashable, Sendable, CaseIterable {
  case `class`, id, role, href, content, name, property, itemprop, rel, datetime, lang, hidden, style
  case ariaHidden = "aria-hidden"
}
