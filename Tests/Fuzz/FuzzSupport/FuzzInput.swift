import NetTypes

/// The bytes of one fuzz run, read from the front. Behind the end there are zeros, so that reading never
/// fails.
public struct FuzzInput {
    private let bytes: [UInt8]
    private var at = 0

    /// A copy of the bytes that the fuzzer lends; they are its own again when its call returns.
    public init(copying lent: Span<UInt8>) {
        bytes = [UInt8](copying: lent)
    }

    /// True when everything was read.
    public var isEmpty: Bool { at >= bytes.count }

    /// The next byte.
    public mutating func byte() -> UInt8 {
        guard at < bytes.count else { return 0 }
        at += 1
        return bytes[at - 1]
    }

    /// The next two bytes, the low one first.
    public mutating func word() -> Int {
        let low = Int(byte())
        return low | Int(byte()) << 8
    }

    /// At most `count` of the bytes that are left.
    public mutating func take(_ count: Int) -> [UInt8] {
        let end = at + min(bytes.count - at, max(0, count))
        defer { at = end }
        return Array(bytes[at..<end])
    }
}
