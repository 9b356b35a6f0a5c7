import NetTypes
import Testing

@testable import Sensor

@Suite("The mailbox")
struct MailboxTests {
    private static let flow = Finding.flow(PressureTests.flowRecord)
    private static let anomaly = Finding.anomaly(
        AnomalyRecord(anomaly: .streamGap, timestamp: .zero, frame: 1, flow: nil, direction: nil))
    private static let detection = Finding.detection(PressureTests.detection)

    private static func send(_ finding: Finding, _ count: Int, to mailbox: Mailbox) {
        var batch = Array(repeating: finding, count: count)
        mailbox.send(&batch)
        #expect(batch.isEmpty)
    }

    @Test("Flow records are shed first, then transactions and anomalies, detections last, each counted")
    func shedding() {
        let mailbox = Mailbox(capacity: 100)
        Self.send(Self.flow, 70, to: mailbox)
        #expect(mailbox.statistics.shedFlows == 20)
        #expect(mailbox.isCrowded)
        Self.send(Self.anomaly, 30, to: mailbox)
        #expect(mailbox.statistics.shedTransactions == 5)
        Self.send(Self.detection, 30, to: mailbox)
        let statistics = mailbox.statistics
        #expect(statistics.shedDetections == 5)
        #expect(statistics.waiting == 100)
        #expect(statistics.highWater == 100)
        #expect(statistics.offered == 130)
        #expect(statistics.offered == statistics.delivered + statistics.shed + UInt64(statistics.waiting))
    }

    @Test("What is taken comes in the order it was sent, and makes room")
    func order() {
        let mailbox = Mailbox(capacity: 8)
        Self.send(Self.detection, 1, to: mailbox)
        Self.send(Self.anomaly, 2, to: mailbox)
        #expect(mailbox.take() == [Self.detection, Self.anomaly, Self.anomaly])
        #expect(mailbox.take() == [])
        #expect(!mailbox.isCrowded)
        #expect(mailbox.statistics.delivered == 3)
    }
}
