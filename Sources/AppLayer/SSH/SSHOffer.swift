import NetTypes

/// The lists of algorithms of a KEXINIT (RFC 4253 section 7.1), as HASSH writes them.
struct SSHOffer {
    /// Key exchange, encryption, MAC and compression of the direction that the side sends, joined by semicolons.
    let text: [UInt8]

    /// Reads the payload of a KEXINIT, its message number included; nil when its lists do not fit into it.
    init?(_ payload: ArraySlice<UInt8>, _ direction: Direction) {
        // The message number and the cookie.
        guard payload.count > 17 else { return nil }
        var rest = payload.dropFirst(17)
        var lists: [ArraySlice<UInt8>] = []
        while lists.count < 10 {
            guard rest.count >= 4 else { return nil }
            let length = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(4)
            guard length <= UInt32(clamping: rest.count) else { return nil }
            lists.append(rest.prefix(Int(length)))
            rest = rest.dropFirst(Int(length))
        }
        // Each kind of list comes for the client's bytes, then for the server's.
        let shift = direction == .toServer ? 0 : 1
        text = Array(
            [lists[0], lists[2 + shift], lists[4 + shift], lists[6 + shift]].joined(separator: [0x3b]))
    }

    /// The `hassh` object of the event.
    var fields: [RecordField] {
        [
            RecordField("hash", Digest.of(text.span, .md5).hexadecimal),
            RecordField("string", bytes: text),
        ]
    }
}
