import Testing

@testable import Incidents

@Suite("How a night compares with others")
struct NightChangeTests {
    private func summary(_ files: UInt64) -> NightSummary {
        var totals = LedgerTotals()
        totals.done = files
        let run = LedgerRun(
            number: 1, started: LedgerSamples.time, asked: [], basis: LedgerSamples.basis, host: "")
        return NightSummary(run, scanned: totals, incidents: 0)
    }

    private func change(_ value: UInt64, _ before: [UInt64]) -> NightChange {
        NightChange(.files, summary(value), before: before.map(summary))
    }

    @Test(
        "The middle of the nights before is what is usual",
        arguments: [
            ([5], 5), ([1, 9], 5), ([9, 1, 2], 2), ([4, 1, 3, 2], 2), ([7, 7, 0, 0, 0, 7, 7], 7),
        ] as [([UInt64], UInt64)])
    func usual(before: [UInt64], expected: UInt64) {
        #expect(change(1, before).usual == expected)
    }

    @Test(
        "From a half more, or half of it gone, it is another night",
        arguments: [
            (0, [], .unknown), (8, [], .unknown), (0, [0], .asUsual), (3, [0], .new), (0, [3], .gone),
            (14, [10], .asUsual), (15, [10], .more), (6, [10], .asUsual), (5, [10], .less),
            (1, [1], .asUsual), (2, [1], .more), (4, [3], .asUsual), (5, [3], .more), (2, [3], .asUsual),
            (1, [3], .less), (.max, [1], .more), (1, [.max], .less),
        ] as [(UInt64, [UInt64], NightChange.Kind)])
    func kind(value: UInt64, before: [UInt64], expected: NightChange.Kind) {
        #expect(change(value, before).kind == expected)
    }

    @Test(
        "How many times as much, in tenths, traps on nothing",
        arguments: [(25, [10], 25), (1, [3], 3), (.max, [1], .max), (.max, [.max], 10), (0, [7], 0)]
            as [(UInt64, [UInt64], UInt64)])
    func tenths(value: UInt64, before: [UInt64], expected: UInt64) {
        #expect(change(value, before).tenths == expected)
        #expect(change(value, []).tenths == nil)
    }
}
