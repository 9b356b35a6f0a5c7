import NetTypes

/// Counts where bytes are those of an original address, whatever they mean there.
///
/// Four bytes meet one of a few addresses by chance about once in some hundred megabytes, and often where the address is
/// one of small numbers; so this is told, and nothing is left out for it.
enum BinaryCoincidences {
    /// How many places there are in bytes.
    static func count(in bytes: [UInt8], _ addresses: Set<IPAddress>) -> Int {
        if addresses.isEmpty || bytes.count < 4 { return 0 }
        var count = 0
        var number: UInt32 = 0
        for (index, byte) in bytes.enumerated() {
            number = number << 8 | UInt32(byte)
            if index >= 3, addresses.contains(IPAddress(ipv4: number)) { count += 1 }
        }
        guard bytes.count >= 16, addresses.contains(where: \.isIPv6) else { return count }
        for start in 0...bytes.count - 16 {
            let address = IPAddress(bytes: bytes[start..<start + 16], isIPv6: true)
            if addresses.contains(address) { count += 1 }
        }
        return count
    }
}
