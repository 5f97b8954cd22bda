/// Why a refresh or a review cannot go on.
public enum KnowledgeRefreshError: Error, Hashable, Sendable {
  /// The database of the queue cannot be opened, read or written.
  case store(path: String, reason: String)
  case unknownFeed(String, known: [String])
  case unknownProposal(Int)
  /// Somebody decided already.
  case decided(Int, Proposal.State, by: String)
  /// The decision cannot be carried out as it is.
  case refused(Int, reason: String)
}

extension KnowledgeRefreshError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .store(let path, let reason):
      "\(path): the review queue cannot be used: \(reason); make room there or name another folder in XDG_DATA_HOME"
    case .unknownFeed(let id, let known):
      "\(id): there is no such feed; the feeds are \(known.joined(separator: ", "))"
    case .unknownProposal(let id):
      "\(id): there is no such proposal; `vetted review list --all` shows them"
    case .decided(let id, let state, let who):
      "\(id): already \(state.rawValue) by \(who)"
    case .refused(let id, let reason):
      "\(id): \(reason)"
    }
  }
}
