import NetTypes

extension HTTPParser {
    /// A head is whole.
    func takeHead(_ direction: Direction, _ output: ParserOutput) {
        let bytes = self[direction].head.release()
        let parsed =
            direction == .toServer ? HTTPLibrary.shared.request(bytes) : HTTPLibrary.shared.response(bytes)
        guard var head = parsed else {
            output.note(.httpMalformed)
            self[direction].state = .stopped
            return
        }
        if Self.hasTwoLengths(bytes) { head.isAmbiguous = true }
        if head.isChunked, head["content-length"] != nil { head.isAmbiguous = true }
        if head["content-length"] != nil, head.length == nil { head.isMalformed = true }
        if head.isMalformed { output.note(.httpMalformed) }
        if head.isAmbiguous { output.note(.httpAmbiguous) }
        if head.hasTooMany { output.note(.httpLimit) }
        if direction == .toServer { beginRequest(head, output) } else { beginResponse(head, output) }
    }

    /// True when a head has two Content-Length fields that differ. libhtp keeps one of them only.
    private static func hasTwoLengths(_ head: [UInt8]) -> Bool {
        var first: UInt64?
        for line in head.split(separator: 0x0a) {
            guard let colon = line.firstIndex(of: 0x3a), colon - line.startIndex < 32,
                HTTPValue.lowercased(HTTPValue.trimmed(line[..<colon])) == "content-length",
                let value = HTTPValue.number(line[(colon + 1)...])
            else { continue }
            if let first, first != value { return true }
            first = value
        }
        return false
    }

    private func beginRequest(_ head: HTTPHead, _ output: ParserOutput) {
        let exchange = exchange(for: head, output)
        exchange.request = head
        client.messages += 1
        isConnecting = head.method == "CONNECT" && exchange.response == nil
        reportEnded(output)
        let about = description(head, exchange, .toServer)
        // A request without a length has no body (RFC 9112 section 6.3).
        guard !isConnecting, head.isChunked || head.length ?? 0 > 0 else { return }
        beginBody(head, about, exchange, .toServer, output)
    }

    /// The exchange of a request: a new one, or that of a response which was fed first.
    private func exchange(for head: HTTPHead, _ output: ParserOutput) -> HTTPExchange {
        while let orphan = exchanges.first(where: { $0.request == nil }) {
            guard let end = orphan.responseEnd, client.start.nanoseconds - end.nanoseconds > Self.disorder
            else {
                return orphan
            }
            // Its request was sent before the capture began.
            exchanges.removeAll { $0 === orphan }
            report(orphan, output)
        }
        return openExchange(output)
    }

    /// How long after a response its request may still be captured, when packets overtake each other: 10 ms.
    private static let disorder: Int64 = 10_000_000

    func beginResponse(_ head: HTTPHead, _ output: ParserOutput) {
        // Interim responses (RFC 9110 section 15.2) say nothing about the exchange; 101 is final for HTTP.
        if 100..<200 ~= head.status, head.status != 101 { return }
        server.messages += 1
        let exchange = exchanges.first { $0.response == nil } ?? openExchange(output)
        exchange.response = head
        let method = exchange.request?.method
        if head.status == 101 || (method == "CONNECT" && 200..<300 ~= head.status) {
            finishResponse(exchange, output)
            if client.body != nil { finishMessage(.toServer, .cut, output) }
            isTunnel = true
            return
        }
        if method == "CONNECT" { isConnecting = false }
        if method == "HEAD" || head.status == 204 || head.status == 304 {
            return finishResponse(exchange, output)
        }
        if !head.isChunked, head.length == 0 { return finishResponse(exchange, output) }
        beginBody(head, description(head, exchange, .toClient), exchange, .toClient, output)
    }

    private func beginBody(
        _ head: HTTPHead, _ about: ObjectDescription, _ exchange: HTTPExchange, _ direction: Direction,
        _ output: ParserOutput
    ) {
        self[direction].exchange = exchange
        self[direction].body = HTTPBody(about, head, ranges, configuration)
        self[direction].statedLength = head.length
        if head.isChunked {
            self[direction].state = .size
        } else if let length = head.length {
            self[direction].state = .length(length)
        } else {
            self[direction].state = .untilClose
        }
    }

    private func description(
        _ head: HTTPHead, _ exchange: HTTPExchange, _ direction: Direction
    ) -> ObjectDescription {
        let path = exchange.request?.path ?? []
        let name = head["content-disposition"].flatMap { HTTPValue.fileName($0) }
        return ObjectDescription(
            application: .http, kind: .httpBody, direction: direction,
            name: name ?? String(decoding: path.prefix(HTTPValue.longestName), as: UTF8.self),
            contentType: head.mediaType, transaction: exchange.number)
    }

    /// The message of a direction has ended; the next one follows.
    func finishMessage(_ direction: Direction, _ reason: FileRecord.Reason?, _ output: ParserOutput) {
        let (body, exchange) = (self[direction].body, self[direction].exchange)
        self[direction].body = nil
        self[direction].exchange = nil
        self[direction].state = .head
        body?.end(reason, output)
        guard direction == .toClient, let exchange else { return }
        exchange.length = body?.transferred ?? 0
        finishResponse(exchange, output)
    }

    private func finishResponse(_ exchange: HTTPExchange, _ output: ParserOutput) {
        exchange.responseEnd = output.origin.timestamp
        reportEnded(output)
    }
}
