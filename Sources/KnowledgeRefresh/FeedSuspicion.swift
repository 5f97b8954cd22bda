import FactCheckCore
import FeedReading
import Foundation
import KnowledgeBase

/// Whether what a feed's address answers with can still be that feed.
struct FeedSuspicion {
  let feed: KnowledgeBase.Feed
  /// Who answered.
  let source: Document.Source
  let read: Diagnosed<FeedReading.Feed>
  /// Whether the feed had items before.
  let hadItems: Bool

  /// Why its items are not to be filed; `nil` when nothing speaks against it.
  var reason: String? {
    if let elsewhere { return elsewhere }
    if read.value.format == nil {
      let fault = read.diagnostics.first { $0.severity == .error }?.message
      return fault ?? "its address answers with something that is no feed"
    }
    if read.value.items.isEmpty && hadItems {
      return read.value.isCutOff ? "it ends before its first item does" : "it is empty all at once"
    }
    return foreign
  }

  /// An answer from another host than those of the registry and of the address itself.
  private var elsewhere: String? {
    guard let final = source.finalURL.flatMap(URL.init(string:))?.host() else { return nil }
    let own = feed.linkHosts + [URL(string: feed.url)?.host()].compactMap(\.self)
    return Self.covers(own, final) ? nil : "it has moved to another host, \(final): look at it and change its file"
  }

  /// Most links lead away from the hosts of the registry.
  private var foreign: String? {
    guard !feed.linkHosts.isEmpty else { return nil }
    let hosts = read.value.items.compactMap { $0.link.flatMap(URL.init(string:))?.host() }
    let others = hosts.filter { !Self.covers(feed.linkHosts, $0) }
    guard others.count * 2 > hosts.count, let example = others.first else { return nil }
    return
      "\(others.count) of its \(hosts.count) links lead to other hosts than \(feed.linkHosts.joined(separator: ", ")), "
      + "such as \(example)"
  }

  /// Whether one of the domain names is the host's, or of a domain above it.
  static func covers(_ domains: [String], _ host: String) -> Bool {
    let host = host.lowercased()
    return domains.contains { domain in
      let domain = domain.lowercased()
      return host == domain || host.hasSuffix("." + domain)
    }
  }
}
