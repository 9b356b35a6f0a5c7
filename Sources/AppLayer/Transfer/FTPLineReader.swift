import NetTypes

/// Cuts one direction of a control connection into lines (RFC 959 section 4, RFC 854 for the line ends).
///
/// A line ends with LF; CRs before it belong to the end. A line longer than the limit keeps its start, so that the
/// memory of a peer that never ends a line is bounded.
struct FTPLineReader {
    /// A line without its end.
    struct Line {
        /// Its bytes, without Telnet commands.
        let bytes: [UInt8]
        /// True when more bytes came than are kept of a line.
        let isTruncated: Bool
    }

    private let limit: Int
    private var bytes: [UInt8] = []
    /// True when more bytes of the line at hand came than are kept.
    private(set) var isTruncated = false
    private var isSkipping = false
    private var isNoted = false

    /// A reader that keeps `limit` bytes of a line.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// The next whole line of a chunk from a position on, which moves behind it; nil when the rest of the chunk is
    /// the start of a line, which is then kept.
    mutating func next(_ chunk: Span<UInt8>, _ position: inout Int) -> Line? {
        while position < chunk.count {
            var end = position
            while end < chunk.count, chunk[end] != 0x0a { end += 1 }
            if !isSkipping { keep(chunk.extracting(position..<end)) }
            guard end < chunk.count else {
                position = end
                return nil
            }
            position = end + 1
            if isSkipping {
                isSkipping = false
                continue
            }
            return close()
        }
        return nil
    }

    /// True once for each line that turned out to be longer than is kept.
    mutating func takeOverflow() -> Bool {
        defer { isNoted = isTruncated }
        return isTruncated && !isNoted
    }

    /// Bytes were lost: what was kept of a line is none any more, and neither is what comes before the next line end.
    mutating func lose() {
        clear()
        isSkipping = true
    }

    private mutating func keep(_ part: Span<UInt8>) {
        let room = min(part.count, limit - bytes.count)
        bytes.append(copying: part.extracting(first: room))
        if room < part.count { isTruncated = true }
    }

    private mutating func close() -> Line {
        defer { clear() }
        while bytes.last == 0x0d { bytes.removeLast() }
        return Line(bytes: Self.withoutTelnet(bytes), isTruncated: isTruncated)
    }

    private mutating func clear() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 4096)
        isTruncated = false
        isNoted = false
    }

    /// Leaves out Telnet's commands (RFC 854), which clients send before an ABOR.
    private static func withoutTelnet(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(255) else { return bytes }
        var rest: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 255 else {
                rest.append(bytes[index])
                index += 1
                continue
            }
            let command = index + 1 < bytes.count ? bytes[index + 1] : 0
            if command == 255 { rest.append(255) }
            // WILL, WON'T, DO and DON'T have an option behind them.
            index += (251...254).contains(command) ? 3 : 2
        }
        return rest
    }
}
