import TestSupport
import Testing

@testable import WorkQueue

@Suite("Connecting", .serialized, .enabled(if: NatsCluster.canBeUsed, NatsCluster.needs))
struct ConnectingTests {
    private func reason(_ address: String) throws -> String {
        var limits = WorkQueueLimits.quick
        limits.patience = .seconds(5)
        do {
            _ = try WorkLeader(WorkQueueAddress(address), identity: "leader", limits: limits)
        } catch WorkQueueError.cannotConnect(let reason) {
            return reason
        }
        return "connected"
    }

    @Test("A server without streams says so", arguments: [1, 2])
    func noStreams(servers: Int) throws {
        let cluster = try NatsCluster(servers: servers, streams: false)
        try #expect(reason(cluster.address()).contains("JetStream"))
    }

    @Test("Where nobody listens, that is said")
    func closedPort() throws {
        let cluster = try NatsCluster(servers: 1)
        let address = cluster.address()
        cluster.kill(0)
        try #expect(reason(address).contains("No server available"))
        #expect(throws: WorkQueueError.self) {
            try WorkTaker(WorkQueueAddress(address), identity: "taker", limits: .quick)
        }
    }

    @Test("A wrong password is refused without being shown, and the right one is let in")
    func password() throws {
        let cluster = try NatsCluster(servers: 1, credentials: ("me", "s/e:c@ret"))
        let wrong = try reason(cluster.address(as: "me:wrongword"))
        #expect(wrong.lowercased().contains("authorization"))
        #expect(!wrong.contains("wrongword"))
        try #expect(reason(cluster.address()).lowercased().contains("authorization"))
        try #expect(reason(cluster.address(as: "me:s%2Fe:c%40ret")) == "connected")
    }

    @Test("A server that does not speak TLS is refused where TLS was asked for")
    func noTLS() throws {
        let cluster = try NatsCluster(servers: 1)
        let address = "tls" + cluster.address().dropFirst(4)
        try #expect(reason(address).contains("Secure Connection not available"))
    }

    @Test("Servers that are dead when one is named first are passed over")
    func deadFirst() throws {
        let cluster = try NatsCluster()
        cluster.kill(0)
        var limits = WorkQueueLimits.quick
        limits.patience = .seconds(30)
        let address = try WorkQueueAddress(cluster.address())
        _ = try WorkLeader(address, identity: "leader", limits: limits)
    }
}
