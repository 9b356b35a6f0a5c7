import NetTypes

extension HTTPParser {
    /// Deals with the next bytes of a direction; how many. Zero only when the flow becomes a tunnel.
    func step(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        switch self[direction].state {
        case .head:
            return head(bytes, direction, output)
        case .seek:
            return seek(bytes, direction, output)
        case .length(let left), .chunk(let left):
            return content(bytes.extracting(first: Int(min(left, UInt64(bytes.count)))), direction, output)
        case .untilClose:
            return content(bytes, direction, output)
        case .size:
            return size(bytes, direction, output)
        case .chunkEnd:
            // A line break that is missing is not missed; browsers go on as well.
            if bytes[0] == 0x0d { return 1 }
            self[direction].state = .size
            return bytes[0] == 0x0a ? 1 : size(bytes, direction, output)
        case .trailer:
            return trailer(bytes, direction, output)
        case .stopped:
            return bytes.count
        }
    }

    private func head(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let isResponse = direction == .toClient
        if isResponse, client.head.isSimpleRequest { takeHead(.toServer, output) }
        if !isResponse, isConnecting {
            // Bytes before the answer to a CONNECT come from clients that take it for granted.
            isTunnel = true
            return 0
        }
        if self[direction].head.bytes.isEmpty { self[direction].start = output.origin.timestamp }
        let (count, outcome) = self[direction].head.take(
            bytes, isResponse: isResponse, limit: configuration.largestHeader)
        switch outcome {
        case .more:
            break
        case .complete:
            takeHead(direction, output)
        case .foreign:
            takeForeign(direction, output)
        case .overflow:
            output.note(.httpLimit)
            self[direction].head = HTTPHeadBuffer()
            self[direction].state = .stopped
        }
        return count
    }

    /// Bytes that are no message. As first answer to a request they are a body without a head, as in HTTP/0.9: that
    /// is how browsers take them. Behind a message they are passed over until the next one.
    private func takeForeign(_ direction: Direction, _ output: ParserOutput) {
        if direction == .toClient, server.messages == 0, exchanges.contains(where: { $0.response == nil }) {
            if exchanges.first?.request?.version.isEmpty != true { output.note(.httpMalformed) }
            let bytes = server.head.release()
            beginResponse(HTTPHead(), output)
            feed(bytes, direction, output)
            return
        }
        output.note(.httpMalformed)
        self[direction].state = .seek
    }

    private func seek(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let (count, isFound) = self[direction].head.seek(bytes, isResponse: direction == .toClient)
        if isFound {
            self[direction].state = .head
            self[direction].start = output.origin.timestamp
        }
        return count
    }

    private func content(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        self[direction].body?.take(bytes, output)
        advance(by: UInt64(bytes.count), direction, output)
        return bytes.count
    }

    /// Counts bytes of a body, and goes on when they were the last.
    func advance(by count: UInt64, _ direction: Direction, _ output: ParserOutput) {
        switch self[direction].state {
        case .length(let left):
            self[direction].state = .length(left - min(left, count))
            if left <= count { finishMessage(direction, nil, output) }
        case .chunk(let left):
            self[direction].state = left <= count ? .chunkEnd : .chunk(left - count)
        default:
            break
        }
    }

    private func size(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        for index in 0..<bytes.count {
            switch self[direction].chunkSize.take(bytes[index], limit: configuration.largestHeader) {
            case .more:
                continue
            case .size(let size):
                self[direction].chunkSize = HTTPChunkSize()
                self[direction].trailer = (0, 0)
                self[direction].state = size > 0 ? .chunk(size) : .trailer
            case .malformed:
                let raw = self[direction].chunkSize.raw
                self[direction].chunkSize = HTTPChunkSize()
                takeUnchunked(raw, direction, output)
            }
            return index + 1
        }
        return bytes.count
    }

    /// What should be chunked is not. When not even the first chunk was, the head was wrong and the body is taken as it
    /// is; otherwise its rest is lost.
    private func takeUnchunked(_ raw: [UInt8], _ direction: Direction, _ output: ParserOutput) {
        output.note(.httpMalformed)
        guard self[direction].body?.transferred == 0 else {
            finishMessage(direction, .damaged, output)
            self[direction].state = .seek
            return
        }
        if let length = self[direction].statedLength {
            self[direction].state = .length(length)
            if length == 0 { finishMessage(direction, nil, output) }
        } else {
            self[direction].state = direction == .toClient ? .untilClose : .stopped
        }
        feed(raw, direction, output)
    }

    /// Feeds bytes that were kept once more. They hold neither a head nor a chunk, so this does not call itself.
    private func feed(_ bytes: [UInt8], _ direction: Direction, _ output: ParserOutput) {
        var offset = 0
        while offset < bytes.count, !isTunnel {
            offset += step(bytes.span.extracting(offset..<bytes.count), direction, output)
        }
    }

    private func trailer(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        for index in 0..<bytes.count {
            var (total, line) = self[direction].trailer
            total += 1
            let isEnd = bytes[index] == 0x0a && line == 0
            if bytes[index] == 0x0a { line = 0 } else if bytes[index] != 0x0d { line += 1 }
            self[direction].trailer = (total, line)
            if isEnd {
                finishMessage(direction, nil, output)
                return index + 1
            }
            if total > configuration.largestHeader {
                output.note(.httpLimit)
                finishMessage(direction, nil, output)
                self[direction].state = .stopped
                return index + 1
            }
        }
        return bytes.count
    }
}
