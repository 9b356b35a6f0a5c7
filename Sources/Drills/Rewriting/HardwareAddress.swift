/// A hardware address of 48 bits, as in Ethernet.
public struct HardwareAddress: Hashable, Sendable {
    /// The address as a number below 2⁴⁸; the first byte on the wire is the highest.
    public let number: UInt64

    /// An address from its number; bits above the lower 48 are dropped.
    public init(_ number: UInt64) {
        self.number = number & 0xffff_ffff_ffff
    }

    /// The address of six bytes; missing ones are zero.
    public init(bytes: some Collection<UInt8>) {
        var number: UInt64 = 0
        var shift: UInt64 = 40
        for byte in bytes.prefix(6) {
            number |= UInt64(byte) << shift
            shift &-= 8
        }
        self.init(number)
    }

    /// The six bytes, in the order of the wire.
    public var bytes: [UInt8] {
        stride(from: UInt64(40), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// True for an address of several hosts.
    public var isGroup: Bool { number >> 40 & 1 == 1 }

    /// True for the address that stands for none: all zero.
    public var isZero: Bool { number == 0 }
}
