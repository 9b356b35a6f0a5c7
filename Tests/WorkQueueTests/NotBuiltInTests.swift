import Testing

@testable import WorkQueue

@Suite("Without libnats")
struct NotBuiltInTests {
    @Test(
        "Connecting says that it was not built in",
        .enabled(if: !WorkQueueLibrary.isBuiltIn, "libnats is built in"))
    func notBuiltIn() throws {
        let address = try WorkQueueAddress("nats://127.0.0.1:1")
        #expect(throws: WorkQueueError.notBuiltIn) { try WorkLeader(address, identity: "leader") }
        #expect(throws: WorkQueueError.notBuiltIn) { try WorkTaker(address, identity: "taker") }
    }
}
