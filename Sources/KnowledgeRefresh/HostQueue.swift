import Dispatch
import Synchronization
import WebFetching

/// Lets one request at a time go to a host, whichever feed it is for: the pages of several feeds may be on one host.
final class HostQueue: Sendable {
  private let doors = Mutex<[String: DispatchSemaphore]>([:])

  /// Runs the body once nobody else asks the host of the address.
  func alone<Value, Failure: Error>(
    at address: String, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let host = WebAddress(address)?.host?.description ?? address
    let door = doors.withLock { doors in
      let door = doors[host] ?? DispatchSemaphore(value: 1)
      doors[host] = door
      return door
    }
    door.wait()
    defer { door.signal() }
    return try body()
  }
}
