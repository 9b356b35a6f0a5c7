import NetTypes

/// Messages of NFS over ONC RPC for tests, written by hand from RFC 1813 and RFC 5531.
enum NFSBytes {
    static func word(_ number: some BinaryInteger) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }

    static func long(_ number: UInt64) -> [UInt8] {
        word(number >> 32) + word(number & 0xffff_ffff)
    }

    static func opaque(_ bytes: [UInt8]) -> [UInt8] {
        word(bytes.count) + bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
    }

    static func opaque(_ text: String) -> [UInt8] { opaque(Array(text.utf8)) }

    static let handle: [UInt8] = [1, 2, 3, 4, 5]
    static let directory: [UInt8] = [9, 9]

    private static let credentials =
        word(1) + opaque(word(7) + opaque("host") + word(1000) + word(100) + word(0)) + word(0) + word(0)

    static func call(_ id: Int, _ procedure: UInt32, _ arguments: [UInt8], version: Int = 3) -> [UInt8] {
        word(id) + word(0) + word(2) + word(100003) + word(version) + word(procedure) + credentials
            + arguments
    }

    static func reply(_ id: Int, _ results: [UInt8]) -> [UInt8] {
        word(id) + word(1) + word(0) + word(0) + word(0) + word(0) + results
    }

    static func attributes(_ size: UInt64) -> [UInt8] {
        word(1) + [UInt8](repeating: 0, count: 20) + long(size) + [UInt8](repeating: 0, count: 56)
    }

    /// One record, in a fragment or in two.
    static func record(_ message: [UInt8], cut: Int? = nil) -> [UInt8] {
        guard let cut else { return word(0x8000_0000 | message.count) + message }
        let rest = message.dropFirst(cut)
        return word(cut) + message.prefix(cut) + word(0x8000_0000 | rest.count) + rest
    }

    static func lookup(_ id: Int, _ name: String) -> (call: [UInt8], reply: [UInt8]) {
        (
            call(id, 3, opaque(directory) + opaque(name)),
            reply(id, word(0) + opaque(handle) + word(0) + word(0))
        )
    }

    static func read(_ id: Int, _ offset: Int, _ data: [UInt8], of size: Int) -> (
        call: [UInt8], reply: [UInt8]
    ) {
        let isLast = offset + data.count >= size ? 1 : 0
        return (
            call(id, 6, opaque(handle) + long(UInt64(offset)) + word(data.count)),
            reply(id, word(0) + attributes(UInt64(size)) + word(data.count) + word(isLast) + opaque(data))
        )
    }

    static func write(_ id: Int, _ offset: Int, _ data: [UInt8], of size: Int) -> (
        call: [UInt8], reply: [UInt8]
    ) {
        (
            call(id, 7, opaque(handle) + long(UInt64(offset)) + word(data.count) + word(0) + opaque(data)),
            reply(id, word(0) + word(0) + attributes(UInt64(size)) + word(data.count) + word(0) + long(0))
        )
    }

    static func commit(_ id: Int, of size: Int) -> (call: [UInt8], reply: [UInt8]) {
        (
            call(id, 21, opaque(handle) + long(0) + word(0)),
            reply(id, word(0) + word(0) + attributes(UInt64(size)) + long(0))
        )
    }
}
