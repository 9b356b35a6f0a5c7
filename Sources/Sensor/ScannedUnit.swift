import NetTypes
import Scan

/// Bytes as the scanner got them, kept to measure rules on.
public struct ScannedUnit: Equatable, Sendable {
    /// What they are.
    public var kind: ScannedObject.Kind
    /// The bytes.
    public var bytes: [UInt8]
    /// What rules were told beside them; all empty where no rule asks.
    public var variables: ScanVariables

    /// A unit from its parts.
    public init(kind: ScannedObject.Kind, bytes: [UInt8], variables: ScanVariables) {
        self.kind = kind
        self.bytes = bytes
        self.variables = variables
    }
}
