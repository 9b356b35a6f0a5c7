import NetTypes

/// Cuts one direction of an HTTP/2 connection into frames (RFC 9113 sections 3.4, 4 and 6). Bodies are passed on as
/// they come, header blocks are collected up to a limit, everything else takes a few bytes.
struct HTTP2Reader {
    /// What a client sends first.
    static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    private enum Phase {
        /// With the bytes of the preface that were read.
        case preface(Int)
        case header
        case prefix
        case content
        /// The bytes of a frame that say nothing: padding, and types that are not looked at.
        case rest
        /// After a gap that frames cannot be found behind.
        case stopped
    }

    /// A header block that is being collected.
    private struct Block {
        var stream: UInt32
        var promised: UInt32?
        var endsStream: Bool
        /// Nil when it is of no use.
        var bytes: [UInt8]? = []
    }

    private let limit: Int
    private var phase: Phase
    /// The bytes of a frame's header, prefix, parameter: what is read whole.
    private var held: [UInt8] = []
    private var frame = HTTP2Frame([])
    /// Bytes of the content, and of what follows it in the frame, that are to come.
    private var content = 0
    private var rest = 0
    private var isFirst = true
    private var block: Block?

    /// A reader of a direction; only the client's begins with the preface.
    init(_ direction: Direction, _ configuration: AppLayerConfiguration) {
        limit = configuration.largestHeader
        phase = direction == .toServer ? .preface(0) : .header
    }

    /// True when frames are read: behind the preface, and not behind a gap.
    var isRunning: Bool {
        switch phase {
        case .preface, .stopped: false
        default: true
        }
    }

    /// True when nothing more can be read.
    var isStopped: Bool {
        if case .stopped = phase { true } else { false }
    }

    /// The next event in a chunk from a position on, which it moves; nil when it needs more bytes.
    mutating func next(_ bytes: Span<UInt8>, _ position: inout Int) -> HTTP2Event? {
        while true {
            // Frames can end without a further byte, so the end of the chunk is not the end of the events.
            switch phase {
            case .content where content == 0:
                if let event = endContent() { return event }
                continue
            case .rest where rest == 0:
                phase = .header
                continue
            default: break
            }
            guard position < bytes.count else { return nil }
            if let event = step(bytes, &position) { return event }
        }
    }

    private mutating func step(_ bytes: Span<UInt8>, _ position: inout Int) -> HTTP2Event? {
        switch phase {
        case .preface(let count): return takePreface(count, bytes, &position)
        case .header:
            guard hold(HTTP2Frame.length, bytes, &position) else { return nil }
            return begin()
        case .prefix:
            guard hold(frame.prefix, bytes, &position) else { return nil }
            return beginContent()
        case .content: return takeContent(bytes, &position)
        case .rest:
            let count = min(rest, bytes.count - position)
            rest -= count
            position += count
        case .stopped: position = bytes.count
        }
        return nil
    }

    /// Bytes of the direction will never come. Behind them it goes on when they end inside the same frame.
    mutating func gap(_ length: UInt64) -> HTTP2Event? {
        switch phase {
        case .content
        where frame.kind != .settings && frame.kind != .resetStream && length <= UInt64(content + rest):
            let count = min(content, Int(length))
            content -= count
            rest -= Int(length) - count
            block?.bytes = nil
            return frame.kind == .data ? .lost(stream: frame.stream, UInt64(count)) : nil
        case .rest where length <= UInt64(rest):
            rest -= Int(length)
            return nil
        default:
            phase = .stopped
            block = nil
            held = []
            return nil
        }
    }

    // MARK: The parts of a frame

    /// Collects a number of bytes; true when they are all there.
    private mutating func hold(_ count: Int, _ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        while held.count < count, position < bytes.count {
            held.append(bytes[position])
            position += 1
        }
        return held.count >= count
    }

    private mutating func takePreface(
        _ count: Int, _ bytes: Span<UInt8>, _ position: inout Int
    ) -> HTTP2Event? {
        if bytes[position] == Self.preface[count] {
            position += 1
            phase = count + 1 == Self.preface.count ? .header : .preface(count + 1)
            return nil
        }
        // What equals the start of the preface is then the start of a frame.
        held = Array(Self.preface.prefix(count))
        phase = count < HTTP2Frame.length ? .header : .stopped
        isFirst = false
        return .contextLost
    }

    private mutating func begin() -> HTTP2Event? {
        frame = HTTP2Frame(held)
        held.removeAll(keepingCapacity: true)
        rest = frame.payload
        content = 0
        phase = .rest
        let wasFirst = isFirst
        isFirst = false
        guard frame.isValid, !wasFirst || frame.kind != nil else {
            // What does not even begin with a frame will hardly go on with one.
            if wasFirst { phase = .stopped }
            return breakOff()
        }
        let continues = frame.kind == .continuation && frame.stream == block?.stream
        // Between the frames of a header block there is nothing else (section 6.10), nor is one continued that ended.
        if (block != nil) != continues || (frame.kind == .continuation && !continues) {
            block = nil
            return .contextLost
        }
        let event = enter()
        // The first frame of each side is SETTINGS (section 3.4).
        return wasFirst && frame.kind != .settings ? .contextLost : event
    }

    /// Drops a header block; when there was one, the HPACK context is lost with it.
    private mutating func breakOff() -> HTTP2Event {
        let hadBlock = block != nil
        block = nil
        return hadBlock || frame.kind == .headers || frame.kind == .pushPromise ? .contextLost : .malformed
    }

    private mutating func enter() -> HTTP2Event? {
        switch frame.kind {
        // A prefix of no bytes is whole at once, also when the chunk ends here.
        case .data where frame.prefix > 0, .headers where frame.prefix > 0, .pushPromise:
            phase = .prefix
            return nil
        case .data, .headers, .settings, .resetStream, .continuation: return beginContent()
        default: return nil
        }
    }

    private mutating func beginContent() -> HTTP2Event? {
        let prefix = held
        held.removeAll(keepingCapacity: true)
        let padding = frame.isPadded ? Int(prefix.first ?? 0) : 0
        rest = frame.payload - frame.prefix
        guard padding <= rest else {
            phase = .rest
            return breakOff()
        }
        content = rest - padding
        rest = padding
        phase = .content
        if frame.kind == .headers {
            block = Block(stream: frame.stream, endsStream: frame.endsStream)
        } else if frame.kind == .pushPromise {
            let promised = prefix.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
            block = Block(stream: frame.stream, promised: promised, endsStream: false)
        }
        return nil
    }

    private mutating func takeContent(_ bytes: Span<UInt8>, _ position: inout Int) -> HTTP2Event? {
        let count = min(content, bytes.count - position)
        switch frame.kind {
        case .data:
            content -= count
            position += count
            return .data(stream: frame.stream, position - count..<position)
        case .settings, .resetStream:
            let before = position
            let isWhole = hold(frame.kind == .settings ? 6 : 4, bytes, &position)
            content -= position - before
            return isWhole ? takeHeld() : nil
        default:
            content -= count
            position += count
            return collect(bytes.extracting(position - count..<position))
        }
    }

    private mutating func takeHeld() -> HTTP2Event {
        defer { held.removeAll(keepingCapacity: true) }
        guard frame.kind == .settings else { return .reset(frame.stream) }
        let name = held.prefix(2).reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
        return .setting(name, held.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }

    /// Adds to the header block. One that is too long is given up as a whole.
    private mutating func collect(_ bytes: Span<UInt8>) -> HTTP2Event? {
        guard let count = block?.bytes?.count else { return nil }
        guard bytes.count <= limit - count else {
            block?.bytes = nil
            return .limit
        }
        block?.bytes?.append(copying: bytes)
        return nil
    }

    /// The content of a frame has ended; what is left of the frame is padding.
    private mutating func endContent() -> HTTP2Event? {
        phase = .rest
        switch frame.kind {
        case .data: return frame.endsStream ? .endOfStream(frame.stream) : nil
        case .settings: return .settings(isAcknowledgement: frame.isAcknowledgement)
        case .headers, .pushPromise, .continuation:
            guard frame.endsHeaders, let whole = block else { return nil }
            block = nil
            if let promised = whole.promised { return .promise(promised, block: whole.bytes) }
            return .headers(stream: whole.stream, block: whole.bytes, endsStream: whole.endsStream)
        default: return nil
        }
    }
}
