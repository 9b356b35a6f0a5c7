/// What an Interface Statistics Block (draft-ietf-opsawg-pcapng, section 4.6) says of frames that were lost.
///
/// No frame depends on it, so one that makes no sense says nothing, and reading goes on.
struct InterfaceLosses {
    /// The interface that it is about, by its number in the section.
    let interface: Int
    /// Frames of it that were lost since its capture began: what the interface dropped and what the system dropped.
    let lost: UInt64

    /// Reads the part of the block after its type and length; nil where it does not say what was lost, or is not whole.
    init?(body: Span<UInt8>, order: ByteOrder) {
        guard body.count >= Self.optionsOffset else { return nil }
        interface = Int(order.uint32(body, at: 0))
        var offset = Self.optionsOffset
        var sum: UInt64?
        while body.count - offset >= 4 {
            let code = order.uint16(body, at: offset)
            let length = Int(order.uint16(body, at: offset + 2))
            offset += 4
            if code == Self.endOfOptions { break }
            guard length <= body.count - offset else { return nil }
            if code == Self.droppedByInterface || code == Self.droppedBySystem {
                guard length == 8 else { return nil }
                let count = order.uint64(body, at: offset)
                // All ones is how some programs write that they do not know.
                if count != .max { sum = Self.sum(sum ?? 0, count) }
            }
            offset += (length + 3) & ~3
        }
        guard let sum else { return nil }
        lost = sum
    }

    /// The sum of two counts; the largest number where it is beyond that.
    static func sum(_ one: UInt64, _ two: UInt64) -> UInt64 {
        let (sum, isTooMuch) = one.addingReportingOverflow(two)
        return isTooMuch ? .max : sum
    }

    /// Bytes before the options: the interface, and the time in two words.
    private static let optionsOffset = 12
    private static let endOfOptions: UInt16 = 0
    /// isb_ifdrop
    private static let droppedByInterface: UInt16 = 5
    /// isb_osdrop
    private static let droppedBySystem: UInt16 = 7
}
