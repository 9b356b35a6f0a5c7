/// The header of a frame (RFC 9113 section 4.1).
struct HTTP2Frame {
    /// Bytes that it has.
    static let length = 9

    /// The frame types that are looked at (section 6).
    enum Kind: UInt8 {
        case data, headers, priority, resetStream, settings, pushPromise, ping, goAway, windowUpdate,
            continuation
    }

    /// Bytes of the payload, below 2^24.
    var payload: Int
    /// Nil for extensions, which are passed over (section 5.5).
    var kind: Kind?
    var flags: UInt8
    var stream: UInt32

    /// A header from its nine bytes.
    init(_ bytes: [UInt8]) {
        payload = bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) }
        kind = bytes.dropFirst(3).first.flatMap { Kind(rawValue: $0) }
        flags = bytes.dropFirst(4).first ?? 0
        stream = bytes.dropFirst(5).prefix(4).reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
    }

    /// END_STREAM, of DATA and HEADERS.
    var endsStream: Bool { flags & 0x01 != 0 }
    /// ACK, of SETTINGS.
    var isAcknowledgement: Bool { flags & 0x01 != 0 }
    /// END_HEADERS, of HEADERS, PUSH_PROMISE and CONTINUATION.
    var endsHeaders: Bool { flags & 0x04 != 0 }

    /// Bytes before the content: the length of the padding, the priority, the promised stream.
    var prefix: Int {
        switch kind {
        case .data: isPadded ? 1 : 0
        case .headers: (isPadded ? 1 : 0) + (flags & 0x20 != 0 ? 5 : 0)
        case .pushPromise: (isPadded ? 1 : 0) + 4
        default: 0
        }
    }

    /// PADDED, of DATA, HEADERS and PUSH_PROMISE.
    var isPadded: Bool {
        switch kind {
        case .data, .headers, .pushPromise: flags & 0x08 != 0
        default: false
        }
    }

    /// True when the stream and the length are such as section 6 has them for this type.
    var isValid: Bool {
        switch kind {
        case .data, .headers, .pushPromise: stream != 0 && payload >= prefix
        case .priority: stream != 0 && payload == 5
        case .resetStream: stream != 0 && payload == 4
        case .settings: stream == 0 && payload % 6 == 0 && (payload == 0 || !isAcknowledgement)
        case .ping: stream == 0 && payload == 8
        case .goAway: stream == 0 && payload >= 8
        case .windowUpdate: payload == 4
        case .continuation: stream != 0
        case nil: true
        }
    }
}
