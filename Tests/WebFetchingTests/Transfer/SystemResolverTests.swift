import CCurl
import Glibc
import Testing

@testable import WebFetching

@Suite struct SystemResolverTests {
  @Test func `an address stands for itself`() {
    #expect(SystemResolver().lookUp("127.0.0.1", within: .seconds(5)) == .at("127.0.0.1"))
    #expect(SystemResolver().lookUp("2001:db8::1", within: .seconds(5)) == .at("2001:db8::1"))
  }

  @Test func `no time gives no answer`() {
    #expect(SystemResolver().lookUp("127.0.0.1", within: .seconds(-1)) == .timedOut)
  }

  @Test func `a socket of another family has no address`() {
    var address = sockaddr()
    address.sa_family = sa_family_t(AF_UNIX)
    #expect(IPAddress(socketAddress: &address) == nil)
  }
}
