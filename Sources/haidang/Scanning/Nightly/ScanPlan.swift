import Incidents
import NetTypes

/// What a run reads, in which order, and which files are read as one capture. First come files that were never scanned, then
/// those that are due again, then hunts.
struct ScanPlan {
    /// The units, in the order in which they are read.
    private(set) var units: [ScanUnit] = []
    /// What hunts look for, by the rule set of those before.
    private(set) var hunts: [[UInt8]: HuntedRules] = [:]

    /// A plan of files in a run without a ledger.
    init(_ files: [String], separate: Bool) {
        join(files.map { Chain.Item(file: Self.file($0, nil), work: .scan) }, separate)
    }

    /// A plan of files in a run with a ledger, which enters those that need no look. `back` is the number of nights over
    /// which new rules run; what `pace` leaves no time to compare is taken for new; `load` loads what is not among known
    /// rules and indicators.
    init(
        _ files: [String], _ book: ScanBook, separate: Bool, back: Int, _ pace: ScanPace,
        load: (Set<[UInt8]>) throws(CommandError) -> HuntedRules
    ) throws(CommandError) {
        let (oldest, standings) = try CommandError.ledger { () throws(LedgerError) in
            (
                try book.first(ofNights: back),
                try book.standings(of: files) { Interruption.signal == nil && !pace.isOver }
            )
        }
        var (items, asBefore): ([Chain.Item], [(LedgerFile, LedgerVerdict)]) = ([], [])
        for (path, standing) in zip(files, standings) {
            var item = Chain.Item(file: Self.file(path, standing), work: nil)
            switch standing {
            case .unnamed: item.work = .scan
            case .due(_, let isNew): (item.work, item.rank) = (.scan, isNew ? 0 : 1)
            case .known: book.leave(known: 1)
            case .growing:
                item.isWhole = false
                book.leave(left: 1)
            case .older(let file, let verdict, let ruleSet, let run):
                guard let oldest, run >= oldest else {
                    book.leave(older: 1)
                    break
                }
                if try isNothingNew(since: ruleSet, book, load) {
                    asBefore.append((file, verdict))
                } else {
                    (item.work, item.rank) = (.hunt(ruleSet: ruleSet), 2)
                }
            }
            items.append(item)
        }
        try CommandError.ledger { () throws(LedgerError) in try book.enterAsBefore(asBefore) }
        join(items, separate)
    }

    /// Loads what is new since a rule set, once, and says whether that is nothing.
    private mutating func isNothingNew(
        since ruleSet: [UInt8], _ book: ScanBook, _ load: (Set<[UInt8]>) throws(CommandError) -> HuntedRules
    ) throws(CommandError) -> Bool {
        if hunts[ruleSet] == nil {
            let known = try CommandError.ledger { () throws(LedgerError) in try book.rules(of: ruleSet) }
            hunts[ruleSet] = try load(known)
        }
        return hunts[ruleSet]?.isEmpty ?? true
    }

    /// Makes units of files that belong together, and puts them in order.
    private mutating func join(_ items: [Chain.Item], _ separate: Bool) {
        let ranked = Chain.chains(items, separate: separate).flatMap { $0.units() }
        units = ranked.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element.unit)
    }

    private static func file(_ path: String, _ standing: FileStanding?) -> ScanUnit.File {
        var entry: LedgerFile?
        if case .due(let file, _) = standing { entry = file }
        if case .older(let file, _, _, _) = standing { entry = file }
        let identity = entry?.identity ?? (path == "-" ? nil : LedgerIdentity(at: LedgerPath(path)))
        return ScanUnit.File(path: path, entry: entry, size: identity?.size ?? 0, isRegular: identity != nil)
    }
}
