import NetTypes
import TestSupport
import Testing

@testable import WorkQueue

extension WorkQueueLimits {
    /// Limits under which a test need not wait long for what has died.
    static var quick: WorkQueueLimits {
        var limits = WorkQueueLimits()
        limits.silence = .seconds(2)
        limits.claim = .seconds(3)
        limits.answer = .seconds(2)
        return limits
    }
}

extension NatsCluster {
    /// What it needs to be used.
    static let needs: Comment = "needs nats-server, and libnats when built"

    /// True where there are servers, and this room can speak to them.
    static var canBeUsed: Bool { isAvailable && WorkQueueLibrary.isBuiltIn }

    /// A leader of a list of this cluster.
    func leader(of list: String = "night", identity: String = "leader") throws -> WorkLeader {
        try WorkLeader(WorkQueueAddress(address(list)), identity: identity, limits: .quick)
    }

    /// The streams themselves, to see what is in them.
    func streams() throws -> JetStream {
        try JetStream(WorkQueueAddress(address()), identity: "test", limits: .quick)
    }

    /// A taker of a list of this cluster.
    func taker(of list: String = "night", identity: String = "taker") throws -> WorkTaker {
        try WorkTaker(WorkQueueAddress(address(list)), identity: identity, limits: .quick)
    }
}

extension WorkLeader {
    /// All bytes of a result.
    func bytes(_ item: FinishedItem) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try read(item) { part in bytes += Array(copying: part) }
        return bytes
    }
}
