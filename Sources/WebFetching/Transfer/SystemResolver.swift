// The types of sockets belong to whichever of CCurl and Glibc the compiler loads first, so both are imported.
import CCurl
import Dispatch
import Glibc
import Synchronization

/// Asks the system, with its `/etc/hosts` and name servers (`getaddrinfo`).
public struct SystemResolver: HostResolving {
  public init() {}

  /// `getaddrinfo` cannot be told how long to wait, so it runs on a thread that is left to itself when time is up.
  public func lookUp(_ name: String, within limit: Duration) -> HostLookup {
    guard limit > .zero else { return .timedOut }
    let answer = Answer()
    let answered = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      let lookup = Self.lookUp(name)
      answer.lookup.withLock { $0 = lookup }
      answered.signal()
    }
    _ = answered.wait(timeout: .now() + .milliseconds(Int(limit / .milliseconds(1))))
    return answer.lookup.withLock(\.self)
  }

  private final class Answer: Sendable {
    let lookup = Mutex(HostLookup.timedOut)
  }

  /// `EAI_NODATA` of `netdb.h`, an extension of GNU that Swift does not see: the name exists, but without an address.
  private static let noData: Int32 = -5

  private static func lookUp(_ name: String) -> HostLookup {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_protocol = Int32(IPPROTO_TCP)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(name, nil, &hints, &list)
    defer { freeaddrinfo(list) }
    switch status {
    case 0: break
    case EAI_NONAME, Self.noData: return .notFound
    default: return .failed(String(cString: gai_strerror(status)))
    }
    let nodes = sequence(first: list) { $0?.pointee.ai_next }.prefix { $0 != nil }
    return .addresses(nodes.compactMap { $0?.pointee.ai_addr }.compactMap { IPAddress(socketAddress: $0) })
  }
}

extension IPAddress {
  /// - Returns: `nil` for an address of another family.
  init?(socketAddress: UnsafePointer<sockaddr>) {
    let raw = UnsafeRawPointer(socketAddress)
    switch Int32(socketAddress.pointee.sa_family) {
    case AF_INET:
      let bits = raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr
      self = .v4(IPv4Address(bits: UInt32(bigEndian: bits)))
    case AF_INET6:
      let bytes = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self = withUnsafeBytes(of: bytes) {
        .v6(IPv6Address(bits: UInt128(bigEndian: $0.loadUnaligned(as: UInt128.self))))
      }
    default:
      return nil
    }
  }
}
