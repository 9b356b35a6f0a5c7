import NetTypes
import TestSupport
import Testing

@testable import Incidents

@Suite struct AlertPolicyTests {
    private static let later = Day(number: 20_900)

    /// A detection so many seconds after the usual one.
    private static func detection(
        after seconds: Int64 = 0, from source: String = "198.51.100.7", to destination: String = "192.0.2.10",
        rule: String = "SQL_Union"
    ) -> Detection {
        var detection = Samples.detection
        detection.flow = Samples.flow(client: (destination, 49152), server: (source, 80))
        detection.direction = .toClient
        detection.rule.namespace = "exploit/sql_injection"
        detection.rule.name = rule
        detection.rule.signatureID = UInt32(rule.utf8.count)
        detection.timestamp = Samples.time.advanced(by: seconds * 1_000_000_000)
        return detection
    }

    private static func suppression(_ change: (inout Suppression) -> Void) -> AlertPolicy {
        var entry = Suppression(id: "s", until: later, reason: "known")
        change(&entry)
        return AlertPolicy(suppressions: [entry])
    }

    private static func threshold(
        count: Int, seconds: Int = 60, by: Threshold.Key = .source, keys: Int = 100
    ) -> AlertPolicy {
        let entry = Threshold(
            id: "t", rule: NamePattern("exploit/*"), count: count, seconds: seconds, by: by, until: later,
            reason: "noise")
        return AlertPolicy(thresholds: [entry], mostKeys: keys)
    }

    private func judge(_ policy: AlertPolicy, _ detection: Detection) -> String? {
        var policy = policy
        return policy.judge(detection)?.id
    }

    @Test func `without entries every detection is an alert`() {
        var policy = AlertPolicy()
        #expect(policy.isEmpty)
        let judged = policy.judge(.detection(Samples.detection))
        #expect(judged == .detection(Samples.detection))
        #expect(policy.statistics.alerts == 1 && policy.statistics.suppressed == 0)
        let flow = policy.judge(.flow(Samples.tcp))
        #expect(flow == .flow(Samples.tcp) && policy.statistics.alerts == 1)
    }

    @Test func `each condition decides, and all of them must hold`() throws {
        let network = try #require(IPNetwork("198.51.100.0/28"))
        let other = try #require(IPNetwork("203.0.113.0/24"))
        let hit = Self.detection()
        #expect(judge(Self.suppression { $0.rule = NamePattern("exploit/sql_injection/*") }, hit) == "s")
        #expect(judge(Self.suppression { $0.rule = NamePattern("webshell/*") }, hit) == nil)
        #expect(judge(Self.suppression { $0.networks = [other, network] }, hit) == "s")
        #expect(judge(Self.suppression { $0.networks = [other] }, hit) == nil)
        #expect(judge(Self.suppression { $0.sources = [network] }, hit) == "s")
        #expect(judge(Self.suppression { $0.destinations = [network] }, hit) == nil)
        let back = Self.detection(from: "192.0.2.10", to: "198.51.100.7")
        #expect(judge(Self.suppression { $0.sources = [network] }, back) == nil)
        #expect(judge(Self.suppression { $0.destinations = [network] }, back) == "s")
        #expect(judge(Self.suppression { $0.networks = [network] }, back) == "s")
        let both = Self.suppression {
            $0.rule = NamePattern("exploit/*")
            $0.networks = [other]
        }
        #expect(judge(both, hit) == nil)
    }

    @Test func `a unit of either end counts`() {
        var detection = Self.detection()
        let policy = Self.suppression { $0.units = ["so-01", "so-02"] }
        #expect(judge(policy, detection) == nil)
        detection.flow.clientUnit = NetworkUnit(id: "so-02", name: "", kind: .other, level: 1, networks: [])
        #expect(judge(policy, detection) == "s")
        detection.flow.clientUnit = NetworkUnit(id: "so-03", name: "", kind: .other, level: 1, networks: [])
        #expect(judge(policy, detection) == nil)
    }

    @Test func `an entry counts to the end of its last day by capture time`() {
        let policy = Self.suppression { $0.rule = NamePattern("*") }
        var detection = Self.detection()
        detection.timestamp = Self.later.end.advanced(by: -1)
        #expect(judge(policy, detection) == "s")
        detection.timestamp = Self.later.end
        #expect(judge(policy, detection) == nil)
    }

    @Test func `the first entry that matches counts, and every one is in the account`() {
        var one = Suppression(id: "one", until: Self.later, reason: "")
        one.rule = NamePattern("exploit/*")
        var two = one
        two.id = "two"
        var policy = AlertPolicy(suppressions: [one, two])
        let applied = policy.judge(Self.detection())
        #expect(applied == AppliedSuppression(id: "one", reason: "", until: Self.later))
        #expect(
            policy.statistics.entries == [
                AlertStatistics.Entry(id: "one", matched: 1, suppressed: 1), AlertStatistics.Entry(id: "two"),
            ])
    }

    @Test func `a threshold holds back all but the detection that makes the number full, and those after it`()
    {
        var policy = Self.threshold(count: 3)
        let answers = [0, 10, 59, 60, 200, 201].map { policy.judge(Self.detection(after: $0)) == nil }
        // At 60 seconds the first is no longer within the minute, but the third of 10, 59 and 60 is there.
        #expect(answers == [false, false, true, true, false, false])
        #expect(policy.statistics.alerts == 2 && policy.statistics.suppressed == 4)
        #expect(policy.statistics.entries == [AlertStatistics.Entry(id: "t", matched: 6, suppressed: 4)])
    }

    @Test func `senders, receivers, rules and flows are counted apart where a threshold says so`() {
        let pairs: [(Threshold.Key, Detection, Bool)] = [
            (.source, Self.detection(from: "198.51.100.8"), false),
            (.source, Self.detection(to: "192.0.2.11"), true),
            (.source, Self.detection(rule: "Other"), true),
            (.destination, Self.detection(to: "192.0.2.11"), false),
            (.destination, Self.detection(from: "198.51.100.8"), true),
            (.rule, Self.detection(rule: "Other"), false),
            (.rule, Self.detection(from: "198.51.100.8"), true), (.flow, Self.detection(rule: "Other"), true),
        ]
        for (key, second, isAlert) in pairs {
            var policy = Self.threshold(count: 2, by: key)
            #expect(policy.judge(Self.detection()) != nil)
            let applied = policy.judge(second)
            #expect((applied == nil) == isAlert, "\(key)")
        }
        var other = Self.detection()
        other.flow.id = FlowID(rawValue: 77)
        var policy = Self.threshold(count: 2, by: .flow)
        let answers = [policy.judge(Self.detection()), policy.judge(other)]
        #expect(answers.allSatisfy { $0 != nil })
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `in whatever order they come, the last of enough detections is an alert`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            var times = (0..<5).map { _ in Int64.random(in: 0...59, using: &random) }
            times.shuffle(using: &random)
            var policy = Self.threshold(count: 5)
            let answers = times.map { policy.judge(Self.detection(after: $0)) == nil }
            #expect(answers == [false, false, false, false, true], "seed \(seed), \(times)")
        }
    }

    @Test func `detections that lie apart are never enough`() {
        var policy = Self.threshold(count: 2, seconds: 10)
        let answers = [0, 20, 10, 30].map { policy.judge(Self.detection(after: $0)) }
        #expect(answers.allSatisfy { $0 != nil })
    }

    @Test func `a suppressed detection counts for no threshold`() {
        var known = Suppression(id: "s", until: Self.later, reason: "")
        known.rule = NamePattern("*/Known")
        let entry = Threshold(
            id: "t", rule: NamePattern("*"), count: 2, seconds: 60, by: .source, until: Self.later, reason: ""
        )
        var policy = AlertPolicy(suppressions: [known], thresholds: [entry])
        let answers = ["Known", "Known", "A", "A"].map { policy.judge(Self.detection(rule: $0))?.id }
        #expect(answers == ["s", "s", "t", nil])
    }

    @Test func `where there is no room to count, a detection is an alert`() {
        var policy = Self.threshold(count: 2, seconds: 10, keys: 3)
        let first = (0..<3).map { policy.judge(Self.detection(from: "198.51.100.\($0)")) }
        #expect(first.allSatisfy { $0 != nil })
        let flooded = policy.judge(Self.detection(from: "198.51.100.9"))
        #expect(flooded == nil)
        #expect(policy.statistics.uncounted == 1 && policy.statistics.alerts == 1)
        // What is known is still counted.
        let known = policy.judge(Self.detection(after: 1, from: "198.51.100.0"))
        #expect(known == nil)
        // Once the others are too old to count with, there is room again.
        let fresh = policy.judge(Self.detection(after: 100, from: "198.51.100.9"))
        #expect(fresh?.id == "t")
        #expect(policy.statistics.uncounted == 1)
    }

    @Test func `a newer list keeps the counters of entries that it still has`() {
        var policy = Self.suppression { $0.rule = NamePattern("*") }
        _ = policy.judge(Self.detection())
        var kept = Suppression(id: "s", until: Self.later, reason: "still")
        kept.rule = NamePattern("*")
        var added = kept
        added.id = "new"
        policy.replaceEntries(by: AlertPolicy(suppressions: [added, kept]))
        #expect(policy.statistics.entries.map(\.matched) == [0, 1])
        let applied = policy.judge(Self.detection())
        #expect(applied?.id == "new" && policy.statistics.suppressed == 2)
        policy.replaceEntries(by: AlertPolicy())
        let free = policy.judge(Self.detection())
        #expect(free == nil && policy.statistics.entries.isEmpty && policy.statistics.suppressed == 2)
    }

    @Test func `the counters of a part of a run are the difference of two states`() {
        var policy = Self.suppression { $0.rule = NamePattern("*/SQL_Union") }
        _ = policy.judge(Self.detection())
        let before = policy.statistics
        _ = policy.judge(Self.detection())
        _ = policy.judge(Self.detection(rule: "Other"))
        let part = policy.statistics.since(before)
        #expect(part.alerts == 1 && part.suppressed == 1)
        #expect(part.entries == [AlertStatistics.Entry(id: "s", matched: 1, suppressed: 1)])
    }
}
