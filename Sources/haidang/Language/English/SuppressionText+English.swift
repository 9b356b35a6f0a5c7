extension SuppressionText {
    var english: String {
        switch self {
        case .suppressed(let count):
            "Suppressed: \(Number.grouped(count)) detections, which are no alerts (in the event log as \"suppressed\")"
        case .entry(let id, let matched, let suppressed, let until):
            "  \(Escaping.shown(id)) (until \(until)): \(Number.grouped(suppressed)) of \(Number.grouped(matched)) suppressed"
        case .uncounted(let count):
            "  \(Number.grouped(count)) detections are alerts because thresholds had no room to count them"
        case .unmatched(let names):
            "  entries that matched nothing (\(Number.grouped(names.count))): \(Self.shown(names))"
        case .expired(let id, let day):
            "the entry \(Escaping.shown(id)) expired on \(day) and suppresses nothing later"
        case .unknownUnit(let id, let unit):
            "the entry \(Escaping.shown(id)) names the unit \(Escaping.shown(unit)), which no directory of networks has"
        case .replaced(let entries): "suppressions loaded again: \(Number.grouped(entries)) entries"
        case .kept(let reason): "suppressions not loaded again, the old ones go on: \(reason)"
        }
    }
}
