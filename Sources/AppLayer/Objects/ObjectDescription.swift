import NetTypes

/// What a parser knows of an object when it begins.
struct ObjectDescription {
    /// The protocol that carries it.
    var application: ApplicationProtocol
    /// What it is.
    var kind: ScannedObject.Kind
    /// Which way it goes.
    var direction: Direction
    /// The name that the traffic gives it; empty without one. Bytes beyond `RecordValue.longestText` are cut off.
    var name = ""
    /// The type that the traffic claims; empty without one.
    var contentType = ""
    /// The transaction of the flow that it belongs to.
    var transaction: UInt64?
    /// The number of the object it is inside of.
    var parent: UInt64?
    /// The frames that carried it, where these are not the ones at hand: those of its parent.
    var frames: ClosedRange<UInt64>?
}
