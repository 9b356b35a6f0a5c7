import NetTypes
import Testing

@Suite struct AnomalyTests {
    @Test func `Raw values are the positions in the list and fit one word of bits`() {
        #expect(Anomaly.allCases.map { Int($0.rawValue) } == Array(0..<Anomaly.allCases.count))
        #expect(Anomaly.allCases.count <= 64)
    }

    @Test func `Names are unique`() {
        #expect(Set(Anomaly.allCases.map(\.name)).count == Anomaly.allCases.count)
    }

    @Test("A name is a layer, a dot and words in lower case", arguments: Anomaly.allCases)
    func name(anomaly: Anomaly) {
        #expect(["decode", "defrag", "flow", "stream", "scan", "app"].contains(anomaly.layer))
        let rest = anomaly.name.dropFirst(anomaly.layer.count + 1)
        #expect(!rest.isEmpty)
        #expect(rest.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber })
    }

    @Test("A set holds what was put in and nothing else", arguments: Anomaly.allCases)
    func membership(anomaly: Anomaly) {
        var set = AnomalySet()
        #expect(set.isEmpty)
        let wasNew = set.insert(anomaly)
        let wasNewAgain = set.insert(anomaly)
        #expect(wasNew && !wasNewAgain)
        #expect(!set.isEmpty)
        #expect(Anomaly.allCases.filter { set.contains($0) } == [anomaly])
    }

    @Test func `Members come in the order of the list, however they went in`() {
        var set = AnomalySet()
        for anomaly in Anomaly.allCases.reversed() { set.insert(anomaly) }
        var seen: [Anomaly] = []
        set.forEach { seen.append($0) }
        #expect(seen == Anomaly.allCases)
    }

    @Test func `A union holds both`() {
        var one = AnomalySet()
        var other = AnomalySet()
        one.insert(.truncatedHeader)
        other.insert(.scanLimit)
        one.formUnion(other)
        #expect(Anomaly.allCases.filter { one.contains($0) } == [.truncatedHeader, .scanLimit])
    }

    @Test func `Counts are kept for each anomaly alone, and a set counts each member once`() {
        var counts = AnomalyCounts()
        var set = AnomalySet()
        set.insert(.snapped)
        set.insert(.scanFailed)
        counts.count(set)
        counts.count(.snapped)
        counts.count(AnomalySet())
        #expect(counts[.snapped] == 2)
        #expect(counts[.scanFailed] == 1)
        #expect(counts[.streamGap] == 0)
        #expect(counts.total == 3)
    }
}
