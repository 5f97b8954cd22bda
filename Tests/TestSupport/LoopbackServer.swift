// The types of sockets belong to whichever of CCurl and Glibc the compiler loads first, so both are imported.
import CCurl
import Glibc

/// A web server on the loopback interface, with one thread, that answers one request a connection and one after
/// another.
///
/// It stops when nobody holds it any more.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    /// The head as it came in.
    package let head: String
    /// What stands behind the method, usually a path.
    package var target: String { head.split(separator: " ").dropFirst().first.map(String.init) ?? "" }

    // Carriage return and line feed are one character, which a line feed alone is not found in.
    package func has(_ field: String) -> Bool { head.lowercased().contains("\r\n\(field.lowercased()):") }
  }

  package let host: String
  package let port: UInt16
  private let listener: Int32

  /// Listens on a free port and answers each request with what the closure writes; then the connection is closed.
  /// The host is an address of 127.0.0.0/8, so that several servers can be several hosts.
  package init(host: String = "127.0.0.1", _ answer: @escaping @Sendable (Request, Client) -> Void) throws {
    self.host = host
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = try Self.bind(listener, to: host)
    guard listen(listener, 16) == 0 else { throw SocketError(number: errno) }
    let listener = listener
    Self.startThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        let client = Client(descriptor: connection)
        if let request = client.receiveRequest() { answer(request, client) }
        close(connection)
      }
      close(listener)
    }
  }

  /// Answers every request with the same text.
  package convenience init(answering text: String) throws {
    try self.init { _, client in client.send(text) }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  package func address(_ path: String = "/", host: String? = nil) -> String {
    "http://\(host ?? self.host):\(port)\(path)"
  }

  private struct SocketError: Error {
    let number: Int32
  }

  /// Binds to a free port and says which.
  private static func bind(_ listener: Int32, to host: String) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr(host)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.bind(listener, $0, length) + getsockname(listener, $0, &length)
      }
    }
    guard status == 0 else { throw SocketError(number: errno) }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(Box(body)).toOpaque())
    pthread_detach(thread)
  }
}

/// The other end of a connection to the server.
package struct Client: Sendable {
  let descriptor: Int32

  /// - Returns: whether the client is still there.
  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Says nothing until the client goes away.
  package func stall() {
    var byte: UInt8 = 0
    while recv(descriptor, &byte, 1, 0) > 0 {}
  }

  /// Reads up to the empty line behind the head. Of a TLS handshake, which has none, only the first byte is read.
  func receiveRequest() -> LoopbackServer.Request? {
    let handshake: UInt8 = 22
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.suffix(4) != [13, 10, 13, 10], byte != handshake {
      guard recv(descriptor, &byte, 1, 0) == 1 else { return nil }
      bytes.append(byte)
    }
    return LoopbackServer.Request(head: String(decoding: bytes, as: UTF8.self))
  }
}

/// An answer with a body that is as long as it says.
package func answer(
  _ body: String, status: String = "200 OK", type: String? = "text/html", fields: [String] = []
) -> String {
  let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + fields
  return (head + (type.map { ["Content-Type: \($0)"] } ?? []) + ["", body]).joined(separator: "\r\n")
}

package func redirect(to location: String, status: String = "302 Found") -> String {
  answer("", status: status, fields: ["Location: \(location)"])
}
