/// What the caller has to act on before anything can be checked.
public enum FactCheckingError: Error, Hashable, Sendable, CustomStringConvertible {
  case resourcesNotFound(tried: [String])
  case unusableResource(path: String, problem: String)

  public var description: String {
    switch self {
    case .resourcesNotFound(let tried):
      "the data files of Vetted were not found; tried \(tried.joined(separator: ", ")). "
        + "Name their folder (the one with Data and KnowledgeBase in it) with --data or VETTED_DATA"
    case .unusableResource(let path, let problem):
      "\(path) cannot be used: \(problem); install the data files of this version again"
    }
  }
}
