public import FactCheckCore

/// An organization as it stands in its file.
public typealias OrganizationFile = SourceFile<Organization>

extension SourceFile where Value == Organization {
  /// Reads `organizations/<id>.yaml`.
  public static func read(_ bytes: [UInt8], path: String, id: String) -> Reading<Organization> {
    Reading(of: bytes, path: path, id: id) { Organization(id: id, $0) }
  }
}

extension Organization {
  init?(id: String, _ fields: MappingReader) {
    let name = fields.text("name")
    let kind = fields.choice("kind", of: Kind.self)
    let country = fields.text("country")
    let hosts = fields.texts("hosts")
    let licence = fields.choice("licence", of: Statement.Licence.self)
    let parent = fields.optionalText("parent")
    let trust = fields.mappings("trust", body: TrustWindow.init)
    guard let name, let kind, let country, let hosts, let licence, let trust else { return nil }
    self.init(
      id: id, name: name, kind: kind, country: country, hosts: hosts, licence: licence, parent: parent, trust: trust)
  }
}

extension Organization.TrustWindow {
  init?(_ fields: MappingReader) {
    let topic = fields.text("topic")
    let from = fields.date("from")
    let until = fields.optionalDate("until")
    let level = fields.choice("level", of: Organization.Trust.self)
    let reason = fields.text("reason")
    guard let topic, let from, let level, let reason else { return nil }
    self.init(topic: topic, from: from, until: until, level: level, reason: reason)
  }
}
