import Digests
import FactCheckCore
import Foundation
import KnowledgeBase
import WebFetching

/// Reads what the items of a feed say: their own text or, where the registry says so, the pages that they link to.
struct ItemReader {
  private let feed: KnowledgeBase.Feed
  private let pages: any FeedFetching
  private let proposer: Proposer
  private let copy: ReadCopy
  private let today: CalendarDate
  private let isLastAttempt: Bool
  private var requests = 0
  private var postponed: [String] = []
  private var unread: [String] = []
  /// How many pages were read.
  private(set) var pagesRead = 0

  /// How many pages of a feed are asked for in one refresh; the others are left for the next.
  static let pageLimit = 20
  /// After so many pages that did not come in time no other is asked for: the host has trouble.
  private static let patience = 3

  /// What an item says, and where it says it.
  struct Reading {
    let document: Document
    let source: Proposal.Provenance
  }

  /// In the last attempt the items' own text is read where a page may only be late, so that a page that never comes keeps no
  /// other waiting.
  init(
    feed: KnowledgeBase.Feed, pages: any FeedFetching, proposer: Proposer, copy: ReadCopy, today: CalendarDate,
    isLastAttempt: Bool
  ) {
    self.feed = feed
    self.pages = pages
    self.proposer = proposer
    self.copy = copy
    self.today = today
    self.isLastAttempt = isLastAttempt
  }

  /// What an item says; `nil` when that is left for the next refresh.
  mutating func reading(of item: FreshItem) -> Reading? {
    guard feed.readsPages, !feed.linkHosts.isEmpty, let link = item.link(of: feed) else { return ownReading(of: item) }
    guard requests < Self.pageLimit, postponed.count < Self.patience else { return nil }
    requests += 1
    do throws(WebFetchError) {
      return pageReading(of: item, try pages.page(at: link))
    } catch {
      let fault = "\(link): \(error.reason)"
      if error.isPassing && !isLastAttempt {
        postponed.append(fault)
        return nil
      }
      unread.append(fault)
      return ownReading(of: item)
    }
  }

  private func ownReading(of item: FreshItem) -> Reading {
    Reading(document: proposer.document(of: item.item), source: item.provenance(of: feed, in: copy, today: today))
  }

  private mutating func pageReading(of item: FreshItem, _ page: RawContent) -> Reading {
    let address = page.source.finalURL ?? page.source.url ?? feed.url
    let document = proposer.document(from: page)
    if let fault = fault(of: document, at: address) {
      unread.append("\(address): \(fault)")
      return ownReading(of: item)
    }
    pagesRead += 1
    let digest = SHA256.hexDigest(of: Array(document.value.text.utf8))
    let source = item.provenance(of: feed, in: ReadCopy(page: address), today: today, digest: digest)
    return Reading(document: document.value, source: source)
  }

  /// Why a page that came cannot be what the item tells of.
  private func fault(of document: Diagnosed<Document>, at address: String) -> String? {
    guard let host = URL(string: address)?.host(), FeedSuspicion.covers(feed.linkHosts, host) else {
      return "it is on another host than \(feed.linkHosts.joined(separator: ", "))"
    }
    if let fault = document.diagnostics.first(where: { $0.severity == .error }) { return fault.message }
    return document.value.text.isEmpty ? "no main text was found" : nil
  }

  /// What somebody should know of pages that were not read.
  var remarks: [String] {
    let told = [
      ("pages that could not be read, so that their items' own text was", unread),
      ("pages that are asked for again", postponed),
    ]
    return told.compactMap { what, faults in faults.first.map { "\(what): \(faults.count), such as \($0)" } }
  }
}
