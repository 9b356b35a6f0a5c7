/// What is said of `rules cost`.
enum CostText: Text {
    /// The command, and more of it.
    case command, commandDetail
    /// What its options do.
    case corpus, budget, rate, force
    /// Wrong usage.
    case badNumber, emptyCorpus(String)
    /// Processor seconds, as milliseconds.
    case milliseconds(Double)
    /// Times a plain string.
    case times(Double)
    /// In place of that, for a rule whose scan ran out of time or failed.
    case failed
    /// A part of something, in per cent.
    case share(Int, of: Int)
    /// What was measured on.
    case corpusRead(units: Int, bytes: Int), sampled(units: Int, bytes: Int)
    /// What the whole set takes: seconds, and the part of a processor at a line rate in megabits.
    case set(seconds: Double, share: Double, rate: Int)
    /// Rules that cost too much.
    case overBudget(Int, budget: Double)

    /// A number with so many decimals.
    static func number(_ value: Double, decimals: Int, _ separator: Character) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
        let whole = Int(scaled)
        let digits = String(whole % scale)
        let zeros = String(repeating: "0", count: max(0, decimals - digits.count))
        return decimals == 0 ? String(whole) : "\(whole / scale)\(separator)\(zeros)\(digits)"
    }

    /// A part in per cent with one decimal; less than half of that is 0.
    static func percent(_ part: Int, _ whole: Int, _ separator: Character) -> String {
        whole == 0 ? "0 %" : number(100 * Double(part) / Double(whole), decimals: 1, separator) + " %"
    }
}
