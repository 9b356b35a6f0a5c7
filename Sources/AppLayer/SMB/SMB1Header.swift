import NetTypes

/// The header of a message of SMB1 (MS-CIFS section 2.2.3.1).
struct SMB1Header {
    static let size = 32

    let command: UInt8
    let status: SMBStatus
    let flags: UInt8
    let flags2: UInt16
    let process: UInt32
    let tree: UInt16
    let user: UInt16
    let multiplex: UInt16

    var isResponse: Bool { flags & 0x80 != 0 }
    /// True when text is in UTF-16LE, false when it is in the code page of the client.
    var isUnicode: Bool { flags2 & 0x8000 != 0 }

    /// Nil when the bytes are too few.
    init?(_ bytes: SMBBytes) {
        guard let command = bytes.byte(4), let status = bytes.long(5), let flags = bytes.byte(9),
            let flags2 = bytes.word(10), let high = bytes.word(12), let tree = bytes.word(24),
            let low = bytes.word(26), let user = bytes.word(28), let multiplex = bytes.word(30)
        else { return nil }
        self.command = command
        self.status = SMBStatus(code: status, isNT: flags2 & 0x4000 != 0)
        self.flags = flags
        self.flags2 = flags2
        process = UInt32(high) << 16 | UInt32(low)
        self.tree = tree
        self.user = user
        self.multiplex = multiplex
    }

    /// The key of the request that went a way, for one command of a chain: a response has the process and multiplex
    /// numbers of its request. User and tree are not part of it, because a response may be the one to assign them.
    func key(_ command: UInt8, ofRequest direction: Direction) -> SMBRequest.Key {
        let number = UInt64(process) << 32 | UInt64(command) << 16 | UInt64(multiplex)
        return SMBRequest.Key(direction: direction, isSMB1: true, number: number)
    }
}
