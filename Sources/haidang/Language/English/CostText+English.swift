extension CostText {
    var english: String {
        switch self {
        case .command: "Measure what rules take of the processor, the worst first."
        case .commandDetail:
            """
            Each rule is run by itself over the streams, datagrams and objects of a corpus of savefiles, once as the engine \
            runs it (literals first) and once with every byte before libyara; the latter is told as times what a rule with \
            one plain string takes. A rule above the budget is refused (exit code 4) unless --force is given.
            """
        case .corpus: "Savefiles, or folders of them, to measure on; can be given several times."
        case .budget: "Times a plain string that a rule may cost."
        case .rate: "Line rate, in megabits a second, that the cost of the whole set is told for."
        case .force: "Refuse no rule."
        case .badNumber: "--budget takes numbers from 1, --rate 1 to 1000000"
        case .emptyCorpus(let path): "there is nothing to scan in \(path)"
        case .milliseconds(let seconds): "\(Self.number(seconds * 1000, decimals: 1, ".")) ms"
        case .times(let value): "\(Self.number(value, decimals: 1, "."))×"
        case .failed: "out of time, or failed"
        case .share(let part, let whole): Self.percent(part, whole, ".")
        case .corpusRead(let units, let bytes):
            "Measured on \(Number.grouped(units, .english)) units, \(Number.bytes(UInt64(bytes), .english))"
        case .sampled(let units, let bytes):
            "Single rules on \(Number.grouped(units, .english)) of them, \(Number.bytes(UInt64(bytes), .english))"
        case .set(let seconds, let share, let rate):
            "The whole set: \(Self.number(seconds, decimals: 2, ".")) s of processor time; at \(rate) Mbit/s of payload "
                + "\(Self.number(100 * share, decimals: 0, ".")) % of one processor"
        case .overBudget(let count, let budget):
            "Refused: \(Number.grouped(count, .english)) rules cost more than "
                + "\(Self.number(budget, decimals: 1, ".")) times a plain string"
        }
    }
}
