/// An object that was taken out of traffic, made when it ends.
public struct FileRecord: Equatable, Sendable {
    /// The flow that carried it.
    public var flow: FlowContext
    /// Which way it went.
    public var direction: Direction
    /// The protocol that carried it.
    public var application: ApplicationProtocol
    /// What was scanned of it.
    public var object: ScannedObject
    /// Its position among the objects of its flow, from 1.
    public var number: UInt64
    /// The number of the object that it was inside of.
    public var parent: UInt64?
    /// The transaction of the flow that it belongs to.
    public var transaction: UInt64?
    /// The type that the traffic claims, such as `text/html`; empty when it claims none.
    public var contentType: String
    /// The type that its first bytes have, in libmagic's words; empty when that is not known.
    public var fileType: String
    /// Bytes that it has in all, as far as they came; `object.size` of them were kept and scanned.
    public var size: UInt64
    /// SHA-256 of all bytes that came; empty where digests were left out.
    public var sha256: [UInt8]
    /// MD5 of them, when somebody asked for it.
    public var md5: [UInt8]?
    /// Why it is not complete; nil when it is.
    public var incomplete: Reason?
    /// Capture time of the last frame that carried bytes of it.
    public var timestamp: Timestamp
    /// Number of the first frame that carried bytes of it.
    public var firstFrame: UInt64
    /// Number of the last one.
    public var lastFrame: UInt64
    /// The bytes that were kept of it, when somebody asked for them.
    public var content: [UInt8]?

    /// A record from its parts.
    public init(
        flow: FlowContext, direction: Direction, application: ApplicationProtocol, object: ScannedObject,
        number: UInt64, parent: UInt64?, transaction: UInt64?, contentType: String, fileType: String,
        size: UInt64, sha256: [UInt8], md5: [UInt8]?, incomplete: Reason?, timestamp: Timestamp,
        firstFrame: UInt64, lastFrame: UInt64
    ) {
        self.flow = flow
        self.direction = direction
        self.application = application
        self.object = object
        self.number = number
        self.parent = parent
        self.transaction = transaction
        self.contentType = contentType
        self.fileType = fileType
        self.size = size
        self.sha256 = sha256
        self.md5 = md5
        self.incomplete = incomplete
        self.timestamp = timestamp
        self.firstFrame = firstFrame
        self.lastFrame = lastFrame
    }

    /// Why an object is not complete.
    public enum Reason: String, Sendable {
        /// Bytes in it never came.
        case gap
        /// The flow ended, or the capture, before it did.
        case cut
        /// It is longer than is kept of one object, or of all together.
        case limit
        /// The worker had fallen behind, and all but its head was left out.
        case shed
        /// It does not decode: a damaged encoding or archive.
        case damaged
        /// A part that was asked for, as a range request does.
        case range
    }
}
