import NetTypes

/// The header of a message of SMB2 or SMB3 (MS-SMB2 section 2.2.1).
struct SMB2Header {
    static let size = 64

    let status: SMBStatus
    let command: UInt16
    let flags: UInt32
    /// Where the next message of the record begins, from this header; 0 for none.
    let next: Int
    let message: UInt64
    let tree: UInt32
    let session: UInt64

    var isResponse: Bool { flags & 0x1 != 0 }
    /// True for a response that has a number in place of its tree.
    var isAsynchronous: Bool { flags & 0x2 != 0 }
    /// True for a message that goes on with the file of the one before it.
    var isRelated: Bool { flags & 0x4 != 0 }

    /// The key of a request that went a way: this message, or the one that it responds to.
    func key(ofRequest direction: Direction) -> SMBRequest.Key {
        SMBRequest.Key(direction: direction, isSMB1: false, number: message)
    }

    /// Nil when the bytes are too few, or are no such header.
    init?(_ bytes: SMBBytes) {
        guard bytes.word(4) == 64, let status = bytes.long(8), let command = bytes.word(12),
            let flags = bytes.long(16), let next = bytes.long(20), let message = bytes.quad(24),
            let tree = bytes.long(36), let session = bytes.quad(40), bytes.count >= Self.size
        else { return nil }
        self.status = SMBStatus(code: status)
        self.command = command
        self.flags = flags
        self.next = Int(next)
        self.message = message
        self.tree = tree
        self.session = session
    }
}
