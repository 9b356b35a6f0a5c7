/// Whether a file has to be scanned.
public enum LedgerStanding: Hashable, Sendable {
    /// Nothing is known of these bytes under this name: hash them, and ask for the standing of the content.
    case unknown
    /// These bytes are known, and not settled on this basis: scan them. `last` is what an earlier try came to.
    case due(content: [UInt8], last: LedgerVerdict?)
    /// Scanned before on this basis, with this verdict: leave it out.
    case settled(content: [UInt8], LedgerVerdict)
    /// Scanned before on a basis of which only the rules differ, in that run: rules that the set had not are still to run.
    case older(content: [UInt8], LedgerVerdict, ruleSet: [UInt8], run: Int64)

    /// True when there is nothing to do.
    public var isSettled: Bool {
        if case .settled = self { true } else { false }
    }
}
