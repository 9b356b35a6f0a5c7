import Incidents
import NetTypes
import WorkQueue

/// What a run needs to share its units with other machines.
struct SharedWork: Sendable {
    /// Where the work list is.
    let address: WorkQueueAddress
    /// What results rest on, with files joined and without: an order says which is meant.
    let bases: [LedgerBasis]
    /// What the leader's results rest on.
    let basis: LedgerBasis
    /// The name of the sensor, for events.
    let host: String
    /// Loads the rules and indicators that are not among known ones; nil where that fails.
    let load: @Sendable (Set<[UInt8]>) -> HuntedRules?
}
