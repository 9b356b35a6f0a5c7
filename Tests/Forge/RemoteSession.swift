import TestSupport

/// Calls of NFS version 3 (RFC 1813) over ONC RPC (RFC 5531): each adds a call and its reply to a conversation.
struct RemoteSession {
    /// The conversation.
    var talk: Conversation

    private var transaction: UInt32 = 0x4800_0001
    private let folder = Self.opaque([UInt8](repeating: 0x11, count: 32))
    private let file = Self.opaque([UInt8](repeating: 0x22, count: 32))
    /// No attributes before, none after.
    private let unchanged = Self.words(0, 0)

    /// A session on a connection that is open.
    init(_ talk: Conversation) {
        self.talk = talk
    }

    /// Creates a file in the folder (procedure 8).
    mutating func create(_ name: String) {
        call(
            8, folder + Self.opaque(Array(name.utf8)) + Self.words(0, 1, 0o644, 0, 0, 0, 0, 0),
            Self.words(0, 1) + file + Self.words(0) + unchanged)
    }

    /// Writes bytes at an offset, to be kept when it answers (procedure 7, FILE_SYNC).
    mutating func write(_ bytes: [UInt8], at offset: Int) {
        let count = UInt32(bytes.count)
        call(
            7, file + Self.words(0, UInt32(offset), count, 2) + Self.opaque(bytes),
            Self.words(0) + unchanged + Self.words(count, 2, 0x4800, 0x4800))
    }

    /// Commits the whole file (procedure 21).
    mutating func commit() {
        call(21, file + Self.words(0, 0, 0), Self.words(0) + unchanged + Self.words(0x4800, 0x4800))
    }

    private mutating func call(_ procedure: UInt32, _ arguments: [UInt8], _ results: [UInt8]) {
        let credentials = Self.words(1, 24, 0, 4) + Array("may1".utf8) + Self.words(1000, 1000, 0)
        let call =
            Self.words(transaction, 0, 2, 100_003, 3, procedure) + credentials + Self.words(0, 0) + arguments
        talk.client(sends: Self.record(call))
        talk.server(sends: Self.record(Self.words(transaction, 1, 0, 0, 0, 0) + results))
        transaction += 1
    }

    private static func record(_ message: [UInt8]) -> [UInt8] {
        words(0x8000_0000 | UInt32(message.count)) + message
    }

    private static func words(_ values: UInt32...) -> [UInt8] {
        var bytes: [UInt8] = []
        for value in values { bytes.append(bigEndian: value) }
        return bytes
    }

    private static func opaque(_ bytes: [UInt8]) -> [UInt8] {
        words(UInt32(bytes.count)) + bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }
}
