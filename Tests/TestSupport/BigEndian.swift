extension [UInt8] {
    /// Appends a number in network byte order.
    @inlinable
    public mutating func append<Number: FixedWidthInteger & Sendable>(bigEndian number: Number) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// Overwrites two bytes at `offset` with a number in network byte order; both must be there.
    @inlinable
    public mutating func put(bigEndian number: UInt16, at offset: Int) {
        self[offset] = UInt8(number >> 8)
        self[offset + 1] = UInt8(truncatingIfNeeded: number)
    }
}
