/// The limits of what is taken out of traffic. Each has a counter or an anomaly that says when it was met.
public struct AppLayerConfiguration: Equatable, Sendable {
    /// Bytes kept of one object, from its start. 32 MiB.
    public var largestObject: Int = 32 << 20
    /// Bytes of memory for all open objects. 128 MiB. Beyond it the object that was opened first gives way: what is there
    /// of it is scanned, and of the rest only the digest is made.
    public var objectBudget: Int = 128 << 20
    /// Objects open at a time. 65,536; beyond it the one that was opened first ends.
    public var mostObjects: Int = 65_536
    /// How often objects may lie inside each other: archives in archives, mails in mails. 5.
    public var nesting: Int = 5
    /// Members taken out of one archive, and parts of one mail. 1,000.
    public var mostMembers: Int = 1_000
    /// How many times larger than itself what comes out of a compressed body or archive may be, once it is larger
    /// than a mebibyte. 200.
    public var expansion: Int = 200
    /// Bytes of each direction that are looked at to tell what a flow speaks. 512.
    public var detectionBytes: Int = 512
    /// Bytes of a header, a line or a record that a parser keeps while it is not whole. 64 KiB.
    public var largestHeader: Int = 64 << 10
    /// Requests of one flow that wait for their answers. 1,024.
    public var mostPending: Int = 1_024
    /// True to make the MD5 of each object as well.
    public var md5 = false
    /// False to leave out the SHA-256 of objects, where nobody asks for their records: it costs a seventh of a scan with few rules.
    public var sha256 = true
    /// True to tell the type of each object, and not only where somebody asks.
    public var types = false

    /// The defaults.
    public init() {}
}
