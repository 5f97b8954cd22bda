public import Foundation

/// What the programs of everybody may fetch from one origin, as it was found at one time. It can be stored, so that another
/// run need not ask again.
public struct RobotsPolicy: Codable, Hashable, Sendable {
  /// What an origin allows.
  public enum Access: Codable, Hashable, Sendable {
    /// There is no `robots.txt` (RFC 9309, section 2.3.1.3).
    case everything
    /// `robots.txt` could not be read, with why (section 2.3.1.4).
    case nothing(reason: String)
    case file(RobotsFile)
  }

  public let access: Access
  /// When the origin was asked.
  public let fetched: Date

  /// Until when the policy holds: a day, which is the most that RFC 9309, section 2.4, allows; an hour when the file could
  /// not be read, so that a short failure does not shut a site for long.
  public var expires: Date {
    if case .nothing = access { fetched + 3600 } else { fetched + 86_400 }
  }

  func holds(at now: Date) -> Bool { fetched <= now && now < expires }
}
