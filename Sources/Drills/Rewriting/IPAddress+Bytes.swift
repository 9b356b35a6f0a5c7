import NetTypes

extension IPAddress {
    /// The address of 4 or 16 bytes in network order; missing ones are zero.
    init(bytes: some Collection<UInt8>, isIPv6: Bool) {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        let size = isIPv6 ? 16 : 4
        for (index, byte) in bytes.prefix(size).enumerated() {
            let shift = UInt64(8 * (size - 1 - index))
            if shift >= 64 {
                words.high |= UInt64(byte) << (shift - 64)
            } else {
                words.low |= UInt64(byte) << shift
            }
        }
        if isIPv6 {
            self.init(high: words.high, low: words.low)
        } else {
            self.init(ipv4: UInt32(truncatingIfNeeded: words.low))
        }
    }
}
