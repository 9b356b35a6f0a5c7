import NetTypes

/// HTTP/1.0 and 1.1 (RFC 9112), and the requests of HTTP/0.9.
///
/// libhtp reads the heads; where a body ends is told here (RFC 9112 section 6.3), so that gaps, cuts and streams that
/// are picked up in their midst change as little as they can. Each direction goes on when the other is lost.
final class HTTPParser: StreamParsing {
    let configuration: AppLayerConfiguration
    let ranges = HTTPRanges()
    var client = HTTPStream()
    var server = HTTPStream()
    /// Those that were not reported, in order; no more than `mostPending`.
    var exchanges: [HTTPExchange] = []
    /// True between a CONNECT and its response.
    var isConnecting = false
    /// True when the rest of the flow is another protocol.
    var isTunnel = false
    private var nextNumber: UInt64 = 0

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        var offset = 0
        while offset < bytes.count, !isTunnel {
            offset += step(bytes.extracting(offset..<bytes.count), direction, output)
        }
        return offset
    }

    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard length > 0, !isTunnel else { return }
        var left = length
        switch self[direction].state {
        case .length(let remaining):
            left -= pass(min(left, remaining), direction, output)
        case .chunk(let remaining):
            left -= pass(min(left, remaining), direction, output)
        case .untilClose:
            left -= pass(left, direction, output)
        case .stopped:
            return
        case .head, .seek, .size, .chunkEnd, .trailer:
            break
        }
        if left > 0 { lose(direction, output) }
    }

    /// Skips bytes of the body at hand.
    private func pass(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) -> UInt64 {
        self[direction].body?.skip(length, output)
        advance(by: length, direction, output)
        return length
    }

    /// Bytes between bodies are lost: from here on a first line is looked for.
    private func lose(_ direction: Direction, _ output: ParserOutput) {
        if self[direction].body != nil { finishMessage(direction, .gap, output) }
        self[direction].head = HTTPHeadBuffer()
        self[direction].exchange = nil
        self[direction].state = .seek
        guard direction == .toClient else { return }
        // Which responses were lost is not known. Few clients send a request before the last one was answered, so
        // what comes next most likely belongs to the last one.
        while let index = exchanges.firstIndex(where: { $0.responseEnd == nil }), index + 1 < exchanges.count
        {
            report(exchanges.remove(at: index), output)
        }
    }

    func finish(isClosed: Bool, _ output: ParserOutput) {
        if client.head.isSimpleRequest { takeHead(.toServer, output) }
        for direction in [Direction.toServer, .toClient] {
            let isWhole = self[direction].state == .untilClose && isClosed
            if self[direction].body != nil { finishMessage(direction, isWhole ? nil : .cut, output) }
            self[direction].state = .stopped
        }
        ranges.end(output)
        for exchange in exchanges { report(exchange, output) }
        exchanges = []
    }

    // MARK: Exchanges

    /// Where a direction stands; changed in place, because a head that grows must not be copied with each piece.
    subscript(direction: Direction) -> HTTPStream {
        _read {
            if direction == .toServer { yield client } else { yield server }
        }
        _modify {
            if direction == .toServer { yield &client } else { yield &server }
        }
    }

    /// Opens an exchange. Beyond the limit the oldest is reported as it is.
    func openExchange(_ output: ParserOutput) -> HTTPExchange {
        if exchanges.count >= max(1, configuration.mostPending), let oldest = exchanges.first {
            output.note(.httpLimit)
            exchanges.removeFirst()
            report(oldest, output)
        }
        let exchange = HTTPExchange(number: nextNumber)
        nextNumber += 1
        exchanges.append(exchange)
        return exchange
    }

    /// Reports those whose response has ended.
    func reportEnded(_ output: ParserOutput) {
        while let first = exchanges.first, first.responseEnd != nil, first.request != nil {
            exchanges.removeFirst()
            report(first, output)
        }
    }

    func report(_ exchange: HTTPExchange, _ output: ParserOutput) {
        output.report(.http, .toServer, number: exchange.number, exchange.fields)
    }
}
