import Wire

// Hardware addresses in link layers, and ARP (RFC 826).
extension HeaderWalk {
    private enum Resolution {
        static let senderHardware = 8
        static let senderAddress = 14
        static let targetHardware = 18
        static let targetAddress = 24
        /// IPv4 over addresses of six bytes: protocol type, and the two lengths. What the hardware is does not matter.
        static let ipv4: UInt16 = 0x0800
        static let lengths: UInt16 = 0x0604
        static let highestOperation: UInt16 = 25
    }

    /// The sender of a cooked frame: up to eight bytes, of which six are an Ethernet address.
    mutating func cooked(address: Int, length: UInt16) {
        if length == 6 { hardware(at: [address]) }
    }

    /// Three addresses, and a fourth between two stations of the distribution system.
    mutating func wireless(_ start: Int) {
        hardware(at: [start + 4, start + 10, start + 16])
        if editor.byte(start + 1) & 3 == 3 { hardware(at: [start + 24]) }
    }

    /// What is no IP packet: ARP tells itself by its own header, whatever carried it.
    mutating func resolution(_ place: HeaderPlace) {
        let start = place.start
        guard editor.uint16(start + 2) == Resolution.ipv4, editor.uint16(start + 4) == Resolution.lengths,
            (1...Resolution.highestOperation).contains(editor.uint16(start + 6))
        else { return }
        hardware(at: [start + Resolution.senderHardware, start + Resolution.targetHardware])
        address(at: start + Resolution.senderAddress, isIPv6: false)
        address(at: start + Resolution.targetAddress, isIPv6: false)
    }
}
