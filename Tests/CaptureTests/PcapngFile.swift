@testable import Capture

/// Builds a pcapng file block by block.
struct PcapngFile {
    private(set) var bytes: [UInt8] = []
    /// The lengths at which the file may end: after each block.
    private(set) var boundaries: [Int] = []
    /// How many frames there are up to each boundary.
    private(set) var framesAtBoundary: [Int] = []
    private var order = ByteOrder.little
    private var frames = 0

    /// Begins a section; all blocks after it have its byte order.
    mutating func section(_ order: ByteOrder, major: UInt16 = 1) {
        self.order = order
        block(0x0a0d_0d0a) { content in
            content.number(UInt32(0x1a2b_3c4d))
            content.number(major)
            content.number(UInt16(0))
            content.number(UInt64.max)
        }
    }

    mutating func interface(
        linkType: UInt16 = 1, snaplen: UInt32 = 0, options: [(code: UInt16, value: [UInt8])] = []
    ) {
        block(1) { content in
            content.number(linkType)
            content.number(UInt16(0))
            content.number(snaplen)
            for option in options {
                content.number(option.code)
                content.number(UInt16(option.value.count))
                content.raw(option.value)
                content.pad()
            }
            if !options.isEmpty { content.number(UInt32(0)) }
        }
    }

    mutating func enhanced(
        _ frame: [UInt8], interface: UInt32 = 0, ticks: UInt64 = 0, wireLength: Int? = nil,
        captured: UInt32? = nil
    ) {
        frames += 1
        block(6) { content in
            content.number(interface)
            content.number(UInt32(ticks >> 32))
            content.number(UInt32(truncatingIfNeeded: ticks))
            content.number(captured ?? UInt32(frame.count))
            content.number(UInt32(wireLength ?? frame.count))
            content.raw(frame)
        }
    }

    mutating func obsolete(_ frame: [UInt8], interface: UInt16 = 0, ticks: UInt64 = 0) {
        frames += 1
        block(2) { content in
            content.number(interface)
            content.number(UInt16(9))
            content.number(UInt32(ticks >> 32))
            content.number(UInt32(truncatingIfNeeded: ticks))
            content.number(UInt32(frame.count))
            content.number(UInt32(frame.count))
            content.raw(frame)
        }
    }

    mutating func simple(_ frame: [UInt8], wireLength: Int? = nil) {
        frames += 1
        block(3) { content in
            content.number(UInt32(wireLength ?? frame.count))
            content.raw(frame)
        }
    }

    /// What is said of an interface: counters of 8 bytes, by the codes of their options.
    mutating func statistics(
        interface: UInt32 = 0, _ counters: [(code: UInt16, value: UInt64)]
    ) {
        block(5) { content in
            content.number(interface)
            content.number(UInt64(0))
            for counter in counters {
                content.number(counter.code)
                content.number(UInt16(8))
                content.number(counter.value)
            }
            if !counters.isEmpty { content.number(UInt32(0)) }
        }
    }

    /// Any block; `length` and `trailer` are what it says of its length when that is to be wrong.
    mutating func block(
        _ type: UInt32, length: UInt32? = nil, trailer: UInt32? = nil,
        _ fill: (inout ByteWriter) -> Void = { _ in }
    ) {
        var content = ByteWriter(order: order)
        fill(&content)
        content.pad()
        var writer = ByteWriter(order: order)
        writer.number(type)
        writer.number(length ?? UInt32(content.bytes.count + 12))
        writer.raw(content.bytes)
        writer.number(trailer ?? UInt32(content.bytes.count + 12))
        bytes += writer.bytes
        boundaries.append(bytes.count)
        framesAtBoundary.append(frames)
    }

    /// Two sections in both byte orders, three link types, all packet blocks, and blocks that nobody knows.
    static func sample() -> PcapngFile {
        var file = PcapngFile()
        file.section(.big)
        file.block(0x0bad) { $0.raw(Array("private".utf8)) }
        file.interface(linkType: 1)
        file.enhanced([1, 2, 3], ticks: 1_700_000_000_000_000)
        file.interface(linkType: 113, options: [(9, [9])])
        file.enhanced([4, 5, 6, 7], interface: 1, ticks: 1_700_000_001_000_000_002, wireLength: 1500)
        file.simple([8, 9, 10, 11, 12])
        file.section(.little)
        file.interface(linkType: 101, options: [(2, Array("eth0".utf8)), (9, [0x8a]), (99, [1])])
        file.obsolete([13, 14], ticks: 1_700_000_002 << 10)
        file.enhanced([], ticks: 1_700_000_003 << 10)
        file.block(5) { $0.raw([UInt8](repeating: 7, count: 40)) }
        return file
    }
}
