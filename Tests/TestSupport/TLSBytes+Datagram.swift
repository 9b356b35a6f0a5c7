extension TLSBytes {
    /// A record of DTLS 1.2 (RFC 6347 section 4.1).
    public static func datagramRecord(
        _ type: UInt8, epoch: Int = 0, sequence: Int = 1, _ content: [UInt8]
    ) -> [UInt8] {
        [type, 0xfe, 0xfd] + number(epoch, 2) + number(sequence, 6) + vector(content, 2)
    }

    /// A handshake message of DTLS as fragments of at most `size` bytes (RFC 6347 section 4.2.2).
    public static func fragments(_ type: UInt8, _ sequence: Int, _ body: [UInt8], size: Int = 1 << 14)
        -> [[UInt8]]
    {
        stride(from: 0, to: max(body.count, 1), by: size).map { start in
            let part = Array(body[start..<min(start + size, body.count)])
            return [type] + number(body.count, 3) + number(sequence, 2) + number(start, 3) + vector(part, 3)
        }
    }
}
