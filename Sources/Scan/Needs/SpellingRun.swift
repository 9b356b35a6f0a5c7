/// Parts of a pattern, one behind the other.
struct SpellingRun {
    /// What the parts since the last one that could not be spelt out match together.
    private var run: [[UInt8]] = [[]]
    /// Strings one of which is in every match of the parts before.
    private var needed: [[UInt8]]?
    /// False once a part could not be spelt out.
    private var isWhole = true

    /// Adds the next part.
    mutating func append(_ part: Spelling) {
        guard case .exact(let strings) = part else {
            close(beginning: [[]])
            needed = Spelling.rarer(needed, part.needed)
            return
        }
        if run.count * strings.count <= RuleLimits.spellings {
            let joined = Spelling.distinct(run.flatMap { start in strings.map { start + $0 } })
            if Spelling.fits(joined) {
                run = joined
                return
            }
        }
        close(beginning: strings)
    }

    /// What the whole row matches.
    var spelling: Spelling {
        isWhole ? .exact(run) : .containing(Spelling.rarer(needed, Spelling.usable(run)))
    }

    private mutating func close(beginning next: [[UInt8]]) {
        needed = Spelling.rarer(needed, Spelling.usable(run))
        run = next
        isWhole = false
    }
}
