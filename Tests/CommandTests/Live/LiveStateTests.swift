import NetTypes
import Testing

@testable import haidang

/// What is kept for the panel is bounded.
@Suite struct LiveStateTests {
    @Test func `the newest detections are kept, newest first`() {
        var state = LiveState(time: .zero)
        for number in 0...LiveState.detectionLimit {
            state.remember(LiveSamples.detection(rule: "R\(number)", severity: 1, name: ""))
        }
        #expect(state.detections.count == LiveState.detectionLimit)
        #expect(state.detections.first?.rule.name == "R\(LiveState.detectionLimit)")
        #expect(state.detections.last?.rule.name == "R1")
    }

    @Test func `a warning is kept once, the newest first`() {
        var state = LiveState(time: .zero)
        for number in 0...LiveState.warningLimit { state.pin("w\(number)") }
        state.pin("w3")
        #expect(state.warnings.count == LiveState.warningLimit)
        #expect(state.warnings.prefix(2) == ["w3", "w\(LiveState.warningLimit)"])
        #expect(!state.warnings.contains("w0"))
    }

    @Test func `uptime is the sum of the times between samples`() {
        var state = LiveState(time: .zero)
        state.update(LiveStatistics(), at: LiveSamples.time, elapsed: .seconds(2))
        state.update(LiveStatistics(), at: LiveSamples.time, elapsed: .seconds(3))
        #expect(state.uptime == .seconds(5))
        #expect(state.time == LiveSamples.time)
    }
}
