import CMeter

/// Our ring beside one in C11 of the same design.
struct RingRun {
    /// Rounds in which the two run in turn.
    var rounds = 9

    /// What one contest gave.
    struct Row {
        var contest: RingContest
        /// Processor nanoseconds a frame, of both threads where there are two.
        var ours: Spread
        var theirs: Spread
        /// How many times the processor time of the one in C ours takes, round by round.
        var ratio: Spread
    }

    static let contests = [
        RingContest(size: 100, hasTwoThreads: false, count: 10_000_000),
        RingContest(size: 1500, hasTwoThreads: false, count: 4_000_000),
        RingContest(size: 100, hasTwoThreads: true, count: 10_000_000),
        RingContest(size: 1500, hasTwoThreads: true, count: 4_000_000),
    ]

    /// Runs every contest; throws when the two do not give the same.
    func result() throws -> [Row] {
        try Self.contests.map { contest in
            var ours: [Double] = []
            var theirs: [Double] = []
            for round in 0..<rounds {
                // Who is first changes, so that neither always finds what the other left.
                let sums = [round % 2 == 0, round % 2 != 0].map { isOurs in
                    let start = meter_own_seconds()
                    let sum = isOurs ? contest.ours() : contest.theirs()
                    let nanoseconds = (meter_own_seconds() - start) * 1e9 / Double(contest.count)
                    if isOurs { ours.append(nanoseconds) } else { theirs.append(nanoseconds) }
                    return sum
                }
                guard sums[0] == sums[1] else {
                    throw PhaseRun.Failure(reason: "the two rings do not give the same")
                }
            }
            return Row(
                contest: contest, ours: Spread(ours), theirs: Spread(theirs),
                ratio: Spread(zip(ours, theirs).map { $0 / $1 }))
        }
    }

    /// Measures, and prints the figures.
    func carryOut() throws {
        for row in try result() {
            print(
                "\(row.contest.title): Swift \(row.ours.text("%.1f")) ns, C11 \(row.theirs.text("%.1f")) ns, "
                    + "ratio \(row.ratio.text("%.2f"))")
        }
    }
}
