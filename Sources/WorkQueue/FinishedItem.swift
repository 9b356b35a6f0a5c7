/// An item that a taker has finished, and whose result waits to be read.
public struct FinishedItem: Equatable, Sendable {
    /// The item's id.
    public let id: String
    /// How many bytes its result has.
    public var bytes: Int { record.bytes }
    /// The name that the taker gave itself.
    public var taker: String { record.taker }
    /// How many times the item had been handed out when this taker took it, from 1 on.
    public var deliveries: Int { record.deliveries }
    /// What the taker said.
    let record: FinishRecord
    /// The number of that record in its stream.
    let sequence: UInt64
}
