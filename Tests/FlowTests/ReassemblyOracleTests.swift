import Flow
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct ReassemblyOracleTests {
    /// Initial sequence numbers: an ordinary one, and one whose stream wraps at 2³² after its second byte.
    static let initialSequences: [UInt32] = [1000, .max - 2]

    @Test(
        "Every arrival order of up to six segments of three bytes, overlapping and repeated, equals the oracle",
        arguments: OverlapPolicy.allCases, initialSequences)
    func exhaustive(policy: OverlapPolicy, isn: UInt32) {
        let ranges = Self.ranges(in: 3)
        for count in 1...6 {
            Self.forEachSequence(of: count, from: ranges.count) { picks in
                Self.check(picks.map { ranges[$0] }, policy, isn)
            }
        }
    }

    @Test(
        "Four segments of five bytes, in every order, equal the oracle", arguments: OverlapPolicy.allCases)
    func wider(policy: OverlapPolicy) {
        let ranges = Self.ranges(in: 5)
        Self.forEachSequence(of: 4, from: ranges.count) { picks in
            if picks[0] % 2 == 0 { Self.check(picks.map { ranges[$0] }, policy, 77) }
        }
    }

    @Test("Long random segments equal the oracle", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let policy = OverlapPolicy.allCases[Int(seed) % OverlapPolicy.allCases.count]
        var segments: [Range<Int>] = []
        for _ in 0..<Int.random(in: 1...80, using: &generator) {
            let start = Int.random(in: 0..<2000, using: &generator)
            segments.append(start..<start + Int.random(in: 1...300, using: &generator))
        }
        Self.check(segments, policy, UInt32.random(in: 0...(.max), using: &generator))
    }

    /// All non-empty ranges in `0..<length`.
    private static func ranges(in length: Int) -> [Range<Int>] {
        (0..<length).flatMap { start in (start + 1...length).map { start..<$0 } }
    }

    /// Calls `body` with every sequence of `count` numbers below `choices`.
    private static func forEachSequence(of count: Int, from choices: Int, _ body: ([Int]) -> Void) {
        var picks = [Int](repeating: 0, count: count)
        while true {
            body(picks)
            var place = 0
            while place < count, picks[place] == choices - 1 {
                picks[place] = 0
                place += 1
            }
            if place == count { return }
            picks[place] += 1
        }
    }

    /// Sends segments, each with bytes of its own so that every overlap is a conflict, and compares.
    private static func check(_ segments: [Range<Int>], _ policy: OverlapPolicy, _ isn: UInt32) {
        var configuration = FlowConfiguration()
        configuration.overlap = policy
        var driver = StreamDriver(configuration)
        driver.send(.toServer, isn, flags: TCPHeader.syn)
        var oracle = NaiveReassembler(policy)
        for (index, range) in segments.enumerated() {
            let bytes = range.map { UInt8(truncatingIfNeeded: index &* 16 &+ $0) }
            driver.send(.toServer, isn &+ 1 &+ UInt32(range.lowerBound), bytes)
            oracle.receive(UInt64(range.lowerBound), bytes)
        }
        driver.end()
        oracle.finish()
        let label = "\(segments) by \(policy) from \(isn)"
        if driver.cells != oracle.delivered || !driver.isContiguous {
            Issue.record("\(label): \(driver.outputs) is not \(oracle.delivered.sorted { $0.key < $1.key })")
        }
        let account = driver.tracker.streams
        let settled =
            account.delivered + account.duplicate + account.outOfWindow + account.refused
        if account.payload != settled || account.held != 0 { Issue.record("\(label): \(account)") }
    }
}
