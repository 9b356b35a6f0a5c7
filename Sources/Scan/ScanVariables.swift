/// What rules see of the network beside the bytes: the values of their external variables for one scan.
public struct ScanVariables: Equatable, Sendable {
    /// Transport protocol in lower case, `tcp`; the variable `proto`.
    public var proto = ""
    /// Application protocol in lower case, empty when unknown; `app_proto`.
    public var appProto = ""
    /// Address of the sender of these bytes; `src_ip`.
    public var sourceAddress = ""
    /// Address of their receiver; `dst_ip`.
    public var destinationAddress = ""
    /// Port of the sender, 0 without one; `src_port`.
    public var sourcePort: Int64 = 0
    /// Port of the receiver, 0 without one; `dst_port`.
    public var destinationPort: Int64 = 0
    /// `to_server` or `to_client`; `direction`.
    public var direction = ""
    /// The outermost VLAN identifier, 0 without one; `vlan`.
    public var vlan: Int64 = 0
    /// The organisation that the sender belongs to, empty when unknown; `src_unit`.
    public var sourceUnit = ""
    /// The organisation that the receiver belongs to, empty when unknown; `dst_unit`.
    public var destinationUnit = ""
    /// What is scanned, in the words of the event log: `stream`, `datagram`; `object_kind`.
    public var objectKind = ""
    /// Name of the object, as public rule sets use it; `filename`.
    public var filename = ""
    /// Path of the object; `filepath`.
    public var filepath = ""
    /// The part of the name from its last dot; `extension`.
    public var fileExtension = ""
    /// Type of the object; `filetype`.
    public var filetype = ""
    /// Owner of the object; `owner`.
    public var owner = ""
    /// Hexadecimal MD5 of the object; `md5`.
    public var md5 = ""

    /// All empty and zero.
    public init() {}
}
