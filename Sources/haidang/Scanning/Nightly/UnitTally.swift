import Incidents
import NetTypes

/// What is counted of a unit for the digest of the night, beside what is counted of each file. Bounded: traffic decides how many
/// addresses there are.
struct UnitTally {
    /// The most names of a kind; over it those with the smallest values go.
    static let most = 20_000

    private var values: [LedgerTally.Kind: [String: UInt64]] = [:]
    private var talkers: [IPAddress: UInt64] = [:]

    /// Adds to what is counted under a name.
    mutating func add(_ kind: LedgerTally.Kind, _ name: String, _ value: UInt64) {
        // What another process has counted may be any number.
        let sum = (values[kind]?[name] ?? 0).addingReportingOverflow(value)
        values[kind, default: [:]][name] = sum.overflow ? .max : sum.partialValue
        if values[kind]?.count ?? 0 > Self.most { values[kind] = Self.greatest(values[kind] ?? [:]) }
    }

    /// Adds the bytes of a flow to both of its ends.
    mutating func add(_ flow: FlowRecord) {
        let bytes = flow.toServer.bytes + flow.toClient.bytes
        for end in [flow.context.client, flow.context.server] { talkers[end.address, default: 0] += bytes }
        if talkers.count > Self.most { talkers = Self.greatest(talkers) }
    }

    /// All of it, for the ledger: the greatest of each kind.
    var list: [LedgerTally] {
        var list: [LedgerTally] = []
        for kind in LedgerTally.Kind.allCases {
            var names = values[kind] ?? [:]
            if kind == .talker {
                for (address, bytes) in talkers { names[address.description, default: 0] += bytes }
            }
            if names.count > ScanLedger.mostTallies {
                let sorted = names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                names = Dictionary(
                    uniqueKeysWithValues: sorted.prefix(ScanLedger.mostTallies).map { ($0.key, $0.value) })
            }
            list += names.map { LedgerTally(kind, $0.key, $0.value) }.sorted { $0.name < $1.name }
        }
        return list
    }

    private static func greatest<Name>(_ values: [Name: UInt64]) -> [Name: UInt64] {
        let middle = values.values.sorted()[values.count / 2]
        return values.filter { $0.value > middle }
    }
}
