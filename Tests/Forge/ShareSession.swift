import TestSupport

/// A session of SMB 2.0.2 (MS-SMB2 section 2.2): each call adds a request and its response to a conversation.
struct ShareSession {
    /// The conversation.
    var talk: Conversation

    private var message: UInt64 = 0
    private var session: UInt64 = 0
    private var tree: UInt32 = 0
    private let file = [UInt8](repeating: 0x5a, count: 16)

    /// A session on a connection that is open.
    init(_ talk: Conversation) {
        self.talk = talk
    }

    /// Negotiates the dialect, signs on as nobody and connects to a share.
    mutating func connect(to path: String) {
        let guid = [UInt8](repeating: 0x48, count: 16)
        exchange(
            0,
            Self.number(36, 2) + Self.number(1, 2) + Self.number(1, 2) + Self.zeros(6) + guid
                + Self.zeros(8) + Self.number(0x0202, 2),
            Self.number(65, 2) + Self.number(1, 2) + Self.number(0x0202, 2) + Self.zeros(2) + guid
                + Self.zeros(4) + Self.number(65536, 4) + Self.number(65536, 4) + Self.number(65536, 4)
                + Self.zeros(16) + Self.number(128, 2) + Self.zeros(6))
        let signature = Array("NTLMSSP\0".utf8)
        let hello = signature + Self.number(1, 4) + Self.number(0x201, 4) + Self.zeros(16)
        let challenge =
            signature + Self.number(2, 4) + Self.zeros(4) + Self.number(48, 4) + Self.number(0x201, 4)
            + [1, 2, 3, 4, 5, 6, 7, 8] + Self.zeros(12) + Self.number(48, 4)
        let empty = Self.zeros(4) + Self.number(64, 4)
        let anonymous =
            signature + Self.number(3, 4) + empty + empty + empty + empty + empty + empty
            + Self.number(0xa01, 4)
        signOn(hello, answer: challenge, status: 0xc000_0016)
        signOn(anonymous, answer: [], status: 0)
        let name = Self.wide(path)
        let request =
            Self.number(9, 2) + Self.zeros(2) + Self.number(72, 2) + Self.number(name.count, 2) + name
        exchange(
            3, request,
            Self.number(16, 2) + [1, 0] + Self.zeros(8) + Self.number(0x001f_01ff, 4), newTree: 5)
    }

    private mutating func signOn(_ token: [UInt8], answer: [UInt8], status: UInt32) {
        exchange(
            1,
            Self.number(25, 2) + [0, 1] + Self.zeros(8) + Self.number(88, 2) + Self.number(token.count, 2)
                + Self.zeros(8) + token,
            Self.number(9, 2) + Self.number(status == 0 ? 2 : 0, 2) + Self.number(72, 2)
                + Self.number(answer.count, 2) + answer, status: status, newSession: 0x0000_4800_0000_0001)
    }

    /// Creates a file, or opens one of a size.
    mutating func open(_ name: String, size: Int?) {
        let wide = Self.wide(name)
        let request =
            Self.number(57, 2) + [0, 0] + Self.number(2, 4) + Self.zeros(16) + Self.number(0x0012_019f, 4)
            + Self.number(0x80, 4) + Self.number(7, 4) + Self.number(size == nil ? 2 : 1, 4)
            + Self.number(0x40, 4) + Self.number(120, 2) + Self.number(wide.count, 2) + Self.zeros(8) + wide
        exchange(
            5, request,
            Self.number(89, 2) + [0, 0] + Self.number(size == nil ? 2 : 1, 4) + Self.zeros(32)
                + Self.number(4096, 8) + Self.number(size ?? 0, 8) + Self.number(0x80, 4) + Self.zeros(4)
                + file
                + Self.zeros(8))
    }

    /// Writes bytes at an offset.
    mutating func write(_ bytes: [UInt8], at offset: Int) {
        exchange(
            9,
            Self.number(49, 2) + Self.number(112, 2) + Self.number(bytes.count, 4) + Self.number(offset, 8)
                + file + Self.zeros(16) + bytes,
            Self.number(17, 2) + Self.zeros(2) + Self.number(bytes.count, 4) + Self.zeros(8))
    }

    /// Reads bytes at an offset.
    mutating func read(_ bytes: [UInt8], at offset: Int) {
        exchange(
            8,
            Self.number(49, 2) + [0x50, 0] + Self.number(bytes.count, 4) + Self.number(offset, 8) + file
                + Self.zeros(17),
            Self.number(17, 2) + [80, 0] + Self.number(bytes.count, 4) + Self.zeros(8) + bytes)
    }

    /// Closes the file, and the connection.
    mutating func close() {
        exchange(6, Self.number(24, 2) + Self.zeros(6) + file, Self.number(60, 2) + Self.zeros(58))
        talk.close()
    }

    private mutating func exchange(
        _ command: Int, _ request: [UInt8], _ response: [UInt8], status: UInt32 = 0,
        newSession: UInt64? = nil, newTree: UInt32? = nil
    ) {
        talk.client(sends: framed(command, flags: 0, status: 0, request))
        if let newSession { session = newSession }
        if let newTree { tree = newTree }
        talk.server(sends: framed(command, flags: 1, status: status, response))
        message += 1
    }

    private func framed(_ command: Int, flags: Int, status: UInt32, _ body: [UInt8]) -> [UInt8] {
        let header =
            [0xfe, 0x53, 0x4d, 0x42] + Self.number(64, 2) + Self.number(1, 2) + Self.number(Int(status), 4)
            + Self.number(command, 2) + Self.number(8, 2) + Self.number(flags, 4) + Self.zeros(4)
            + Self.number(Int(message), 8) + Self.number(0xfeff, 4) + Self.number(Int(tree), 4)
            + Self.number(Int(session), 8) + Self.zeros(16)
        var bytes: [UInt8] = []
        bytes.append(bigEndian: UInt32(header.count + body.count))
        return bytes + header + body
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func zeros(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: count)
    }

    private static func wide(_ text: String) -> [UInt8] {
        text.utf16.flatMap { number(Int($0), 2) }
    }
}
