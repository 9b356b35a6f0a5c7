import NetTypes

/// Puts lines together from pieces of a stream. A line ends with LF; CR before it is not part of it.
struct LineBuffer {
    /// A line, without its end.
    struct Line {
        let bytes: [UInt8]
        /// True when bytes are missing at its end, because it is longer than is kept.
        let isCut: Bool
    }

    private var kept: [UInt8] = []
    private var isCut = false
    private var isLost = false
    private let limit: Int

    /// A buffer of lines of that many bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// True at the beginning of a line.
    var isEmpty: Bool { kept.isEmpty && !isCut && !isLost }

    /// Takes bytes from a position on, and moves it behind them. A line when one is whole, nil when more must come.
    mutating func take(_ bytes: Span<UInt8>, _ position: inout Int) -> Line? {
        while position < bytes.count {
            var end = position
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            if !isLost {
                let room = min(end - position, max(0, limit - kept.count))
                kept.append(copying: bytes.extracting(position..<position + room))
                isCut = isCut || room < end - position
            }
            guard end < bytes.count else {
                position = end
                return nil
            }
            position = end + 1
            if isLost {
                isLost = false
                continue
            }
            if kept.last == 0x0D, !isCut { kept.removeLast() }
            defer {
                kept = []
                isCut = false
            }
            return Line(bytes: kept, isCut: isCut)
        }
        return nil
    }

    /// Bytes are missing: what is left of the line at hand is passed over.
    mutating func lose() {
        kept = []
        isCut = false
        isLost = true
    }

    /// Forgets what is there: the next byte begins a line.
    mutating func clear() {
        kept = []
        isCut = false
        isLost = false
    }
}
