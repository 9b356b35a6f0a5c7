import NetTypes

/// A frame with its bytes, as tests hold it (the engine itself never keeps the two together).
public struct Frame: Equatable, Sendable {
    /// What a capture would say about it.
    public var header: FrameHeader
    /// Its bytes as captured.
    public var bytes: [UInt8]

    /// A frame from its parts.
    public init(header: FrameHeader, bytes: [UInt8]) {
        self.header = header
        self.bytes = bytes
    }

    /// A whole frame: as many bytes on the wire as in the capture.
    public init(
        _ bytes: [UInt8], at timestamp: Timestamp, number: UInt64 = 1, linkType: LinkType = .ethernet
    ) {
        self.bytes = bytes
        header = FrameHeader(
            number: number, timestamp: timestamp, wireLength: bytes.count, linkType: linkType)
    }

    /// The same frame as a capture with a shorter snaplen would hold it.
    public func snapped(to length: Int) -> Frame {
        var copy = self
        copy.bytes = Array(bytes.prefix(length))
        return copy
    }
}

extension [Frame] {
    /// The frames in this order, numbered from 1 and given the same points in time in rising order, as if they
    /// had arrived so. Use it after losing, swapping or doubling frames of a conversation.
    public func inArrivalOrder() -> [Frame] {
        let times = map(\.header.timestamp).sorted()
        return indices.map { index in
            var frame = self[index]
            frame.header.number = UInt64(index) + 1
            frame.header.timestamp = times[index]
            return frame
        }
    }

    /// Several conversations on one wire: ordered by time (those listed first win a tie), numbered from 1.
    public static func merged(_ conversations: [[Frame]]) -> [Frame] {
        let ordered = conversations.flatMap { $0 }.enumerated().sorted { left, right in
            let times = (left.element.header.timestamp, right.element.header.timestamp)
            return times.0 != times.1 ? times.0 < times.1 : left.offset < right.offset
        }
        return ordered.map(\.element).inArrivalOrder()
    }
}
