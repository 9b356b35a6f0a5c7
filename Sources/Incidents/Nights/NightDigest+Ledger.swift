import NetTypes

extension NightDigest {
    /// The digest of a run; that of the latest, finished or not, where none is named.
    ///
    /// Addresses and units of networks that keep no payload are left out where a directory says which those are: for what
    /// leaves this machine. Throws `noSuchRun` and `noRuns`.
    public init(
        ledger: ScanLedger, run number: Int64? = nil, hiding networks: NetworkDirectory? = nil
    ) throws(LedgerError) {
        let run = try Self.run(number, ledger)
        let totals = try (
            scan: ledger.totals(ofRun: run.number, .scan), hunt: ledger.totals(ofRun: run.number, .hunt)
        )
        self.run = run
        openRun = try ledger.openRun(after: run.number)
        scanned = totals.scan
        (scanned.known, scanned.left) = (run.totals.known, run.totals.left)
        hunted = totals.hunt
        captured = try ledger.captured(inRun: run.number)
        faults = NightList(
            try ledger.faults(ofRun: run.number, limit: NightLimits.faults),
            count: run.totals.partial + run.totals.failed)
        holes = try Self.list(.missing, run, NightLimits.holes, ledger)
        ruleHits = try Self.list(.ruleHits, run, NightLimits.rules, ledger)
        ruleCosts = try Self.list(.ruleCost, run, NightLimits.rules, ledger)

        let secrets = Secrets(networks, at: run.started)
        let talkers = try ledger.tallies(ofRun: run.number, .talker).filter { !secrets.hasAddress($0.name) }
        self.talkers = Self.list(talkers, NightLimits.talkers, sum: talkers.map(\.value))
        let units = try NightIncidents.grouped(ledger.tallies(ofRun: run.number, .incident))
            .filter { !secrets.units.contains($0.unit) }
        incidents = Self.list(units, NightLimits.units, sum: units.map(\.sum))
        severities = (0..<4).map { place in units.reduce(0) { $0.saturated(adding: $1.severities[place]) } }

        summary = NightSummary(run, scanned: totals.scan, incidents: incidents.sum)
        nights = []
        for night in try ledger.nights(before: run.number, limit: NightLimits.nights) {
            nights.append(
                NightSummary(
                    night, scanned: try ledger.totals(ofRun: night.number, .scan),
                    incidents: try ledger.sum(ofRun: night.number, .incident).value))
        }
        let first = try nights.last.map { night throws(LedgerError) in
            try ledger.firstTallies(ofRun: run.number, .ruleHits, since: night.run)
        }
        newRules = Self.list(first ?? [], NightLimits.rules, sum: (first ?? []).map(\.value))
    }

    private static func run(_ number: Int64?, _ ledger: ScanLedger) throws(LedgerError) -> LedgerRun {
        guard let number else {
            guard let last = try ledger.lastRun else { throw .noRuns }
            return last
        }
        guard let run = try ledger.run(number) else { throw .noSuchRun(number) }
        return run
    }

    private static func list(
        _ kind: LedgerTally.Kind, _ run: LedgerRun, _ limit: Int, _ ledger: ScanLedger
    ) throws(LedgerError) -> NightList<LedgerTally> {
        let sum = try ledger.sum(ofRun: run.number, kind)
        return NightList(
            try ledger.tallies(ofRun: run.number, kind, limit: limit), count: sum.names, sum: sum.value)
    }

    private static func list<Element>(
        _ all: [Element], _ limit: Int, sum values: [UInt64]
    ) -> NightList<Element> {
        NightList(
            Array(all.prefix(limit)), count: UInt64(all.count),
            sum: values.reduce(0) { $0.saturated(adding: $1) })
    }

    /// Whose addresses and units are left out.
    private struct Secrets {
        let networks: NetworkDirectory?
        let time: Timestamp
        let units: Set<String>

        init(_ networks: NetworkDirectory?, at time: Timestamp) {
            self.networks = networks
            self.time = time
            units = Set((networks?.units ?? []).filter { $0.payload == .none }.map(\.id))
        }

        func hasAddress(_ text: String) -> Bool {
            guard let networks, let address = IPAddress(text) else { return false }
            return networks.unit(of: address, at: time)?.payload == PayloadPolicy.none
        }
    }
}
