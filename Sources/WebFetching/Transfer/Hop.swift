/// One of the requests that a fetch takes: the first, or one that a redirect asked for.
struct Hop: Sendable {
  /// What the caller asked for.
  let requested: String
  /// What is asked for now.
  let address: WebAddress
  /// The version that is not wanted again.
  var validators = Validators()

  func failure(_ problem: WebFetchError.Problem) -> WebFetchError {
    WebFetchError(problem, requested: requested, address: address.description)
  }
}
