@testable import Capture

/// Puts numbers together to a file in one of the byte orders.
struct ByteWriter {
    let order: ByteOrder
    private(set) var bytes: [UInt8] = []

    init(order: ByteOrder) {
        self.order = order
    }

    mutating func raw(_ more: [UInt8]) {
        bytes += more
    }

    mutating func number<Number: FixedWidthInteger>(_ number: Number) {
        let size = Number.bitWidth / 8
        let little = (0..<size).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
        bytes += order == .little ? little : little.reversed()
    }

    /// Zeros up to a multiple of four bytes.
    mutating func pad() {
        while bytes.count % 4 != 0 { bytes.append(0) }
    }
}

extension ByteOrder: CaseIterable {
    /// Both.
    public static var allCases: [ByteOrder] { [.little, .big] }
}
