import NetTypes

/// Messages of SMB as clients and servers send them, for tests. Lengths and offsets are what the specifications say
/// unless a test damages them.
enum SMBMessages {
    static func little(_ value: some FixedWidthInteger, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { little($0, 2) } }

    /// A record of the session service.
    static func record(_ message: [UInt8]) -> [UInt8] {
        [0] + little(UInt32(message.count).byteSwapped >> 8, 3) + message
    }

    // MARK: SMB2

    struct Header2 {
        var command: UInt16
        var message: UInt64
        var status: UInt32 = 0
        var flags: UInt32 = 0
        var tree: UInt32 = 5
        var session: UInt64 = 0x7700
        var next: UInt32 = 0

        var bytes: [UInt8] {
            [0xfe, 0x53, 0x4d, 0x42] + little(UInt16(64), 2) + little(0, 2) + little(status, 4)
                + little(command, 2)
                + little(1, 2) + little(flags, 4) + little(next, 4) + little(message, 8) + little(0, 4)
                + little(tree, 4) + little(session, 8) + [UInt8](repeating: 0, count: 16)
        }
    }

    static let previous = [UInt8](repeating: 0xff, count: 16)
    static func handle(_ number: UInt64) -> [UInt8] { little(number, 8) + little(number &* 3, 8) }

    static func negotiated(_ revision: UInt16, _ id: UInt64 = 0) -> [UInt8] {
        Header2(command: 0, message: id, flags: 1).bytes + little(65, 2) + little(1, 2) + little(revision, 2)
            + [UInt8](repeating: 0, count: 58)
    }

    static func treeConnect(_ id: UInt64, _ path: String) -> [UInt8] {
        let name = utf16(path)
        return Header2(command: 3, message: id, tree: 0).bytes + little(9, 2) + little(0, 2) + little(72, 2)
            + little(name.count, 2) + name
    }

    static func treeConnected(_ id: UInt64, type: UInt8) -> [UInt8] {
        Header2(command: 3, message: id, flags: 1).bytes + little(16, 2) + [type, 0]
            + [UInt8](repeating: 0, count: 12)
    }

    static func create(_ id: UInt64, _ path: String, flags: UInt32 = 0, next: UInt32 = 0) -> [UInt8] {
        let name = utf16(path)
        let bytes =
            Header2(command: 5, message: id, flags: flags, next: next).bytes + little(57, 2)
            + [UInt8](repeating: 0, count: 22) + little(0x12_0089, 4) + little(0, 4) + little(7, 4)
            + little(3, 4)
            + little(0, 4) + little(120, 2) + little(name.count, 2) + [UInt8](repeating: 0, count: 8) + name
        return bytes + [UInt8](repeating: 0, count: max(0, Int(next) - bytes.count))
    }

    static func created(_ id: UInt64, _ handle: [UInt8], size: UInt64, next: UInt32 = 0) -> [UInt8] {
        Header2(command: 5, message: id, flags: 1, next: next).bytes + little(89, 2) + [0, 0] + little(1, 4)
            + (0..<4).flatMap { _ in little(UInt64(132_514_656_000_000_000), 8) } + little(size, 8)
            + little(size, 8)
            + little(0x20, 4) + little(0, 4) + handle + [UInt8](repeating: 0, count: 8)
    }

    static func read(_ id: UInt64, _ handle: [UInt8], at offset: UInt64, _ length: UInt32) -> [UInt8] {
        Header2(command: 8, message: id).bytes + little(49, 2) + [0x50, 0] + little(length, 4)
            + little(offset, 8)
            + handle + [UInt8](repeating: 0, count: 17)
    }

    static func readData(_ id: UInt64, _ data: [UInt8], flags: UInt32 = 1) -> [UInt8] {
        Header2(command: 8, message: id, flags: flags).bytes + little(17, 2) + [0x50, 0]
            + little(data.count, 4)
            + little(0, 8) + data
    }

    static func write(
        _ id: UInt64, _ handle: [UInt8], at offset: UInt64, _ data: [UInt8], flags: UInt32 = 0,
        next: UInt32 = 0
    ) -> [UInt8] {
        let bytes =
            Header2(command: 9, message: id, flags: flags, next: next).bytes + little(49, 2) + little(112, 2)
            + little(data.count, 4) + little(offset, 8) + handle + [UInt8](repeating: 0, count: 16) + data
        return bytes + [UInt8](repeating: 0, count: max(0, Int(next) - bytes.count))
    }

    static func close(_ id: UInt64, _ handle: [UInt8], flags: UInt32 = 0) -> [UInt8] {
        Header2(command: 6, message: id, flags: flags).bytes + little(24, 2) + [UInt8](repeating: 0, count: 6)
            + handle
    }

    /// A response that says nothing but its status.
    static func answer(_ id: UInt64, _ command: UInt16, status: UInt32 = 0, flags: UInt32 = 1) -> [UInt8] {
        Header2(command: command, message: id, status: status, flags: flags).bytes + little(9, 2)
            + [UInt8](repeating: 0, count: 7)
    }

    // MARK: SMB1

    /// A message of SMB1 from its blocks; each is words and bytes, and all but the last begin with AndX.
    static func smb1(
        _ command: UInt8, isResponse: Bool, id: UInt16, tree: UInt16 = 9, status: UInt32 = 0,
        unicode: Bool = true,
        _ blocks: [UInt8]
    ) -> [UInt8] {
        [0xff, 0x53, 0x4d, 0x42, command] + little(status, 4) + [isResponse ? 0x98 : 0x18]
            + little(UInt16(unicode ? 0xc001 : 0x4001), 2) + [UInt8](repeating: 0, count: 12)
            + little(tree, 2)
            + little(77, 2) + little(3, 2) + little(id, 2) + blocks
    }

    static func block(_ words: [UInt8], _ bytes: [UInt8] = []) -> [UInt8] {
        [UInt8(words.count / 2)] + words + little(bytes.count, 2) + bytes
    }

    static let last: [UInt8] = [0xff, 0, 0, 0]
}
