/// A call of version 3 that waits for its reply (RFC 1813 section 3.3).
struct NFSCall {
    /// The number that its reply repeats.
    let id: UInt32
    let procedure: NFSProcedure
    let credentials: RPCCredentials
    /// The file or directory that it is about; empty for NULL.
    private(set) var handle: [UInt8] = []
    /// The name in that directory; empty without one.
    private(set) var name: [UInt8] = []
    /// The new name of RENAME and LINK.
    private(set) var target: [UInt8] = []
    /// Where READ and WRITE begin.
    private(set) var offset: UInt64 = 0
    /// Bytes that WRITE carries.
    private(set) var length: UInt32 = 0
    /// True when the count of WRITE is not the length of its data.
    private(set) var isOdd = false

    /// Bytes of a file handle (RFC 1813 section 2.4).
    static let longestHandle = 64
    /// Bytes of a name. The RFC has no limit, file systems have 255.
    static let longestName = 512

    /// Reads the arguments, and leaves the reader at the data of WRITE; nil when they do not parse.
    init?(_ id: UInt32, _ procedure: NFSProcedure, _ credentials: RPCCredentials, _ reader: inout XDRReader) {
        self.id = id
        self.procedure = procedure
        self.credentials = credentials
        guard procedure != .null, !credentials.isWrapped else { return }
        guard let handle = reader.opaque(Self.longestHandle) else { return nil }
        self.handle = handle
        guard read(&reader) else { return nil }
    }

    private mutating func read(_ reader: inout XDRReader) -> Bool {
        switch procedure {
        case .lookup, .create, .mkdir, .symlink, .mknod, .remove, .rmdir:
            guard let name = reader.opaque(Self.longestName) else { return false }
            self.name = name
        case .rename:
            guard let name = reader.opaque(Self.longestName), reader.opaque(Self.longestHandle) != nil,
                let target = reader.opaque(Self.longestName)
            else { return false }
            self.name = name
            self.target = target
        case .link:
            guard reader.opaque(Self.longestHandle) != nil, let target = reader.opaque(Self.longestName)
            else { return false }
            self.target = target
        case .read:
            guard let offset = reader.long(), reader.word() != nil else { return false }
            self.offset = offset
        case .write:
            guard let offset = reader.long(), let count = reader.word(), reader.word() != nil,
                let length = reader.word()
            else { return false }
            self.offset = offset
            self.length = length
            isOdd = count != length
        case .null, .getattr, .setattr, .access, .readlink, .readdir, .readdirplus, .fsstat, .fsinfo,
            .pathconf,
            .commit:
            break
        }
        return true
    }
}
