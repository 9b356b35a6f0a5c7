import Testing

@testable import NetTypes

@Suite("Statistics of several inspectors")
struct SensorStatisticsTests {
    @Test("Every counter that is declared is in the list of those that are added")
    func everyCounter() {
        var statistics = SensorStatistics()
        for (index, counter) in SensorStatistics.counters.enumerated() {
            statistics[keyPath: counter] = UInt64(index + 1)
        }
        #expect(Set(SensorStatistics.counters).count == SensorStatistics.counters.count)
        var untouched: [String] = []
        for part in Mirror(reflecting: statistics).children {
            for field in Mirror(reflecting: part.value).children where field.value as? UInt64 == 0 {
                untouched.append("\(part.label ?? "").\(field.label ?? "")")
            }
        }
        #expect(untouched == [])
    }

    @Test("A sum has the counters, the ends of flows and the anomalies of both")
    func sum() {
        var left = SensorStatistics()
        left.capture.frames = 3
        left.flow.ended[.timeout] = 2
        left.anomalies.count(.streamGap)
        var right = left
        right.capture.frames = 4
        right.anomalies.count(.streamGap)
        left.add(right)
        #expect(left.capture.frames == 7)
        #expect(left.flow.ended[.timeout] == 4)
        #expect(left.anomalies[.streamGap] == 3)
    }
}
