extension [UInt8] {
    /// Appends the bytes of a span, as one copy.
    @inlinable
    public mutating func append(copying span: Span<UInt8>) {
        // Safe: the pointer lives only inside the closure, and `append(contentsOf:)` copies out of it at once.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// An array of the bytes of a span.
    @inlinable
    public init(copying span: Span<UInt8>) {
        self.init()
        append(copying: span)
    }
}
