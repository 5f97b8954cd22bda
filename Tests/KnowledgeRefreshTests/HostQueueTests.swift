import Dispatch
import Foundation
import Synchronization
import Testing

@testable import KnowledgeRefresh

@Suite struct HostQueueTests {
  @Test func `one at a time asks a host, however its address is written`() {
    let queue = HostQueue()
    let inside = Mutex((now: 0, most: 0))
    let addresses = ["https://joints.example/a", "http://JOINTS.example/b", "https://joints.example:8443/c"]
    DispatchQueue.concurrentPerform(iterations: 30) { index in
      queue.alone(at: addresses[index % 3]) {
        inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        Thread.sleep(forTimeInterval: 0.002)
        inside.withLock { $0.now -= 1 }
      }
    }
    #expect(inside.withLock(\.most) == 1)
  }

  @Test func `another host is asked meanwhile`() {
    let queue = HostQueue()
    let other = DispatchSemaphore(value: 0)
    let result = queue.alone(at: "https://joints.example/") {
      DispatchQueue.global().async { queue.alone(at: "https://herbs.example/") { _ = other.signal() } }
      return other.wait(timeout: .now() + 20)
    }
    #expect(result == .success)
  }
}
