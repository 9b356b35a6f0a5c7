/// The unit of bytes that a rule was matched against.
public struct ScannedObject: Equatable, Codable, Sendable {
    /// What it is.
    public var kind: Kind
    /// The name that the traffic gives it, as it is; empty without one.
    public var name: String
    /// Its bytes, as many as were scanned.
    public var size: UInt64
    /// SHA-256 of those bytes; nil when they were scanned in several windows, and where digests
    /// were left out.
    public var sha256: [UInt8]?
    /// False when bytes are missing (a gap, a snaplen) or conditions saw only a window.
    public var complete: Bool

    /// An object from its parts.
    public init(kind: Kind, name: String = "", size: UInt64, sha256: [UInt8]?, complete: Bool) {
        self.kind = kind
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.complete = complete
    }

    /// What was scanned, in the words of the event log.
    public enum Kind: String, CaseIterable, Codable, Sendable {
        /// One direction of a TCP flow.
        case stream
        /// The payload of one TCP segment that has no place in its stream, or differs from what has.
        case segment
        /// The payload of one datagram (UDP, ICMP, SCTP or another protocol over IP).
        case datagram
        /// The body of an HTTP request or response, decoded.
        case httpBody = "http_body"
        /// A part of a multipart form that was sent by HTTP.
        case formPart = "form_part"
        /// A mail as it was transferred, with its headers.
        case mail
        /// A part of a mail, decoded.
        case mimePart = "mime_part"
        /// A file over FTP.
        case ftpFile = "ftp_file"
        /// A file over TFTP.
        case tftpFile = "tftp_file"
        /// A file over SMB.
        case smbFile = "smb_file"
        /// A file over NFS.
        case nfsFile = "nfs_file"
        /// A member of an archive that was an object itself.
        case archiveMember = "archive_member"

        /// True for bytes as they went over the wire, false for what was taken out of them.
        public var isRaw: Bool { self == .stream || self == .segment || self == .datagram }
    }
}
