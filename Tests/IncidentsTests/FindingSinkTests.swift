import NetTypes
import Testing

@testable import Incidents

/// Sinks that keep and that share out findings.
@Suite struct FindingSinkTests {
    @Test func `a collector keeps every finding by kind and in order`() {
        var collector = FindingCollector()
        for finding in Samples.findings + [.stream(Samples.stream)] { collector.receive(finding) }
        #expect(collector.detections == [Samples.detection, Samples.sighting, Samples.namedServer])
        #expect(collector.flows == [Samples.tcp, Samples.udp])
        #expect(collector.streams == [Samples.stream])
        #expect(collector.anomalies.map(\.anomaly) == [.streamConflict, .truncatedHeader])
        #expect(collector.statistics == [Samples.statistics])
    }

    @Test func `a tee gives both sinks the same`() {
        var tee = TeeSink(FindingCollector(), FindingCollector())
        for finding in Samples.findings { tee.receive(finding) }
        #expect(tee.first == tee.second)
        #expect(tee.second.flows.count == 2)
    }
}
