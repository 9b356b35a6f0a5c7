import Foundation
import Synchronization
import Testing

@testable import Sensor

@Suite("Threads of the data plane")
struct SensorThreadTests {
    @Test(
        "A thread bears its name, of which the kernel keeps 15 bytes",
        arguments: [("worker-0", "worker-0"), ("capture-1234567890", "capture-1234567")])
    func name(given: String, kept: String) throws {
        let seen = Mutex("")
        let thread = try SensorThread(name: given) {
            let text = (try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)) ?? ""
            seen.withLock { $0 = text }
        }
        thread.join()
        #expect(seen.withLock { $0 } == kept + "\n")
    }
}
