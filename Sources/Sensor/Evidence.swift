import NetTypes
import Scan

/// What is kept of the bytes that rules matched. It is decided here, at the source, so that bytes which a unit keeps back
/// reach no event log, table or panel.
enum Evidence {
    /// The hits with as much of their matches as the policy of the flow allows. `bytes` are what was scanned, of which
    /// the first has offset `base`.
    static func kept(
        of hits: [Hit], _ flow: FlowContext, _ bytes: Span<UInt8>, base: UInt64
    ) -> [Hit] {
        let policy = flow.payload
        if policy == .keep { return hits }
        var kept = hits
        for hit in kept.indices {
            for match in kept[hit].strings.indices {
                withhold(&kept[hit].strings[match], policy, bytes, base)
            }
        }
        return kept
    }

    private static func withhold(
        _ match: inout StringMatch, _ policy: PayloadPolicy, _ bytes: Span<UInt8>, _ base: UInt64
    ) {
        (match.bytes, match.before, match.after) = ([], [], [])
        match.isWithheld = true
        guard policy == .hash, match.offset >= base, match.offset - base <= UInt64(bytes.count) else {
            return
        }
        let start = Int(match.offset - base)
        let end = start + min(max(match.length, 0), bytes.count - start)
        match.sha256 = Digest.of(bytes.extracting(start..<end))
    }
}
