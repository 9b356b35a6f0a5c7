import NetTypes

/// HTTP/2 in the clear (RFC 9113): with prior knowledge, and after an upgrade, whose first request is then not here.
///
/// Each stream is a transaction, reported when both of its sides have ended, and each body an object. When a
/// connection was picked up midstream, or a header block is missing, HPACK cannot be decoded any more in that
/// direction: then bodies are objects without a name.
final class HTTP2Parser: StreamParsing {
    /// What one side of the connection has of its own.
    private struct Side {
        var reader: HTTP2Reader
        let inflater = HPACKInflater()
        /// The table size in the SETTINGS frame that is being read.
        var tableSize: UInt32?
        /// The table sizes in the other side's SETTINGS frames that this one has not confirmed (section 6.5.3).
        var unconfirmed: [UInt32?] = []
    }

    /// SETTINGS frames that wait for being confirmed; one is usual.
    private static let mostUnconfirmed = 64
    /// Bodies that are decoded at a time: what RFC 9113 section 6.5.2 recommends as the least limit of streams.
    private static let mostDecoders = 100
    /// Header fields kept of all open streams, in multiples of the largest header block. 1 MiB.
    private static let headerBlocks = 16

    private let configuration: AppLayerConfiguration
    private var client: Side
    private var server: Side
    private var streams: HTTP2StreamTable
    private var decoders = 0
    /// Bytes of the header fields of open streams.
    private var kept = 0

    init(_ configuration: AppLayerConfiguration) {
        self.configuration = configuration
        client = Side(reader: HTTP2Reader(.toServer, configuration))
        server = Side(reader: HTTP2Reader(.toClient, configuration))
        streams = HTTP2StreamTable(configuration)
    }

    /// As `StreamParsing` has it; the whole rest of a flow is HTTP/2.
    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        var position = 0
        while let event = next(bytes, &position, direction) { handle(event, bytes, direction, output) }
        return bytes.count
    }

    private func next(_ bytes: Span<UInt8>, _ position: inout Int, _ direction: Direction) -> HTTP2Event? {
        direction == .toServer
            ? client.reader.next(bytes, &position) : server.reader.next(bytes, &position)
    }

    private func reader(_ direction: Direction) -> HTTP2Reader {
        direction == .toServer ? client.reader : server.reader
    }

    /// As `StreamParsing` has it. Behind a gap that does not end in the frame it began in, a direction is not looked at.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        guard !reader(direction).isStopped else { return }
        let event = direction == .toServer ? client.reader.gap(length) : server.reader.gap(length)
        if let event { handle(event, [UInt8]().span, direction, output) }
        guard reader(direction).isStopped else { return }
        // Any of the bodies may have lost bytes.
        for stream in streams.all where !stream[direction].isEnded { stream[direction].hasGap = true }
    }

    /// As `StreamParsing` has it.
    func finish(isClosed: Bool, _ output: ParserOutput) {
        for stream in streams.all { close(stream, .cut, output) }
    }

    // MARK: Events

    private func handle(
        _ event: HTTP2Event, _ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput
    ) {
        switch event {
        case .data(let id, let range):
            if let stream = stream(id, output) { append(bytes.extracting(range), stream, direction, output) }
        case .lost(let id, let count):
            if let stream = streams[id] { lose(count, stream, direction, output) }
        case .endOfStream(let id):
            if let stream = stream(id, output) { end(stream, direction, output) }
        case .headers(let id, let block, let endsStream):
            let list = inflate(block, direction, output)
            guard let stream = stream(id, output) else { return }
            take(list, stream, direction, output)
            if endsStream { end(stream, direction, output) }
        case .promise(let id, let block):
            let list = inflate(block, direction, output)
            guard id != 0, let stream = stream(id, output) else { return }
            take(list, stream, .toServer, output)
            end(stream, .toServer, output)
        case .setting(let name, let value):
            // SETTINGS_HEADER_TABLE_SIZE; the last one counts.
            guard name == 1 else { return }
            if direction == .toServer { client.tableSize = value } else { server.tableSize = value }
        case .settings(let isAcknowledgement): settle(isAcknowledgement, direction, output)
        case .reset(let id):
            if let stream = streams[id] { close(stream, .cut, output) }
        case .malformed: output.note(.http2Malformed)
        case .limit: output.note(.http2Limit)
        case .contextLost:
            output.note(.http2Malformed)
            inflater(direction).lose()
        }
    }

    /// The stream with an identifier, which is opened when there is none; nil when it was closed.
    private func stream(_ id: UInt32, _ output: ParserOutput) -> HTTP2Stream? {
        if let stream = streams[id] { return stream }
        guard !streams.wasClosed(id) else { return nil }
        if streams.isFull, let oldest = streams.oldest {
            output.note(.http2Limit)
            close(oldest, .limit, output)
        }
        return streams.open(id)
    }

    /// A SETTINGS frame ended. What it allows counts from the place where the other side confirms it.
    private func settle(_ isAcknowledgement: Bool, _ direction: Direction, _ output: ParserOutput) {
        if direction == .toServer {
            settle(isAcknowledgement, &client, &server, output)
        } else {
            settle(isAcknowledgement, &server, &client, output)
        }
    }

    private func settle(
        _ isAcknowledgement: Bool, _ side: inout Side, _ other: inout Side, _ output: ParserOutput
    ) {
        if isAcknowledgement {
            guard !side.unconfirmed.isEmpty else { return }
            if let size = side.unconfirmed.removeFirst() {
                if size > HPACKInflater.largestTable { output.note(.http2Limit) }
                side.inflater.resize(size)
            }
        } else {
            if other.unconfirmed.count >= Self.mostUnconfirmed {
                output.note(.http2Limit)
                other.unconfirmed.removeFirst()
            }
            other.unconfirmed.append(side.tableSize)
            side.tableSize = nil
        }
    }

    // MARK: Headers

    private func inflater(_ direction: Direction) -> HPACKInflater {
        direction == .toServer ? client.inflater : server.inflater
    }

    /// The fields of a header block that are of interest; none when it does not decode.
    private func inflate(
        _ block: [UInt8]?, _ direction: Direction, _ output: ParserOutput
    ) -> [(field: HTTP2Message.Field, value: String)] {
        let inflater = inflater(direction)
        guard let block else {
            inflater.lose()
            return []
        }
        guard !inflater.isBroken else { return [] }
        var list: [(field: HTTP2Message.Field, value: String)] = []
        // A byte of a block can stand for a field of any length. Over the limit the rest is decoded, as the context of
        // the next block depends on it, but not looked at. 32 is the overhead that section 6.5.2 counts.
        var size = 0
        let isWhole = inflater.inflate(block) { name, value in
            size += min(name.count + value.count + 32, configuration.largestHeader + 1)
            guard size <= configuration.largestHeader, name.count <= HTTP2Message.Field.longest else {
                return
            }
            guard
                let field = HTTP2Message.Field(
                    rawValue: String(decoding: Array(copying: name), as: UTF8.self))
            else { return }
            let kept = value.extracting(first: min(value.count, RecordValue.longestText))
            list.append((field, String(decoding: Array(copying: kept), as: UTF8.self)))
        }
        if !isWhole { output.note(.http2Malformed) }
        if size > configuration.largestHeader { output.note(.http2Limit) }
        return list
    }

    /// Gives the fields of a block to a message, as far as there is room for them.
    private func take(
        _ list: [(field: HTTP2Message.Field, value: String)], _ stream: HTTP2Stream, _ direction: Direction,
        _ output: ParserOutput
    ) {
        let before = stream.size
        let room = Self.headerBlocks * configuration.largestHeader - kept
        let fits = list.reduce(0) { $0 + $1.value.utf8.count } <= room
        if !fits { output.note(.http2Limit) }
        stream[direction].take(fits ? list : [])
        kept += stream.size - before
    }

    // MARK: Bodies

    private func append(
        _ bytes: Span<UInt8>, _ stream: HTTP2Stream, _ direction: Direction, _ output: ParserOutput
    ) {
        guard !stream[direction].isEnded else { return output.note(.http2Malformed) }
        guard !bytes.isEmpty else { return }
        // A body has headers before it, unless these could not be decoded (section 8.1).
        if !stream[direction].hasHeaders, !inflater(direction).isBroken { output.note(.http2Malformed) }
        let object = open(stream, direction, output)
        stream[direction].length &+= UInt64(bytes.count)
        guard !stream[direction].isDone else { return }
        guard let decoder = stream[direction].decoder else { return output.append(bytes, to: object) }
        note(decoder.decode(bytes) { output.append($0, to: object) }, stream, direction, output)
    }

    /// The object of a message; it is opened at the first byte of a body.
    private func open(_ stream: HTTP2Stream, _ direction: Direction, _ output: ParserOutput) -> ObjectID {
        let message = stream[direction]
        if let object = message.object { return object }
        let object = output.begin(
            ObjectDescription(
                application: .http2, kind: .httpBody, direction: direction, name: stream.name(of: message),
                contentType: stream.contentType(of: message), transaction: stream.number))
        stream[direction].object = object
        guard let encoding = message[.contentEncoding] else { return object }
        guard decoders < Self.mostDecoders else {
            output.note(.encodingLimit)
            stream[direction].reason = .limit
            return object
        }
        guard let decoder = ContentDecoder(contentEncoding: encoding, configuration) else { return object }
        if decoder.isUnknown { output.note(.encodingMalformed) }
        stream[direction].decoder = decoder
        decoders += 1
        return object
    }

    private func lose(_ count: UInt64, _ stream: HTTP2Stream, _ direction: Direction, _ output: ParserOutput)
    {
        guard count > 0, !stream[direction].isEnded else { return }
        output.skip(count, of: open(stream, direction, output))
        stream[direction].hasGap = true
        // No encoding can be decoded behind a hole.
        if stream[direction].decoder != nil { release(stream, direction) }
    }

    /// Notes what a decoder says.
    private func note(
        _ outcome: ContentDecoder.Outcome, _ stream: HTTP2Stream, _ direction: Direction,
        _ output: ParserOutput
    ) {
        switch outcome {
        case .more: return
        case .ended: break
        case .damaged:
            output.note(.encodingMalformed)
            stream[direction].reason = .damaged
        case .limit:
            output.note(.encodingLimit)
            stream[direction].reason = .limit
        }
        release(stream, direction)
    }

    /// Decodes nothing further of a body, and gives the decoder's memory back at once.
    private func release(_ stream: HTTP2Stream, _ direction: Direction) {
        if stream[direction].decoder != nil { decoders -= 1 }
        stream[direction].decoder = nil
        stream[direction].isDone = true
    }

    // MARK: Ends

    /// One side of a stream has ended; with the other one the stream has.
    private func end(_ stream: HTTP2Stream, _ direction: Direction, _ output: ParserOutput) {
        guard !stream[direction].isEnded else { return output.note(.http2Malformed) }
        stream[direction].isEnded = true
        endBody(stream, direction, nil, output)
        // The request of stream 1 came before an upgrade (RFC 7540 section 3.2) when it is not here by now.
        let isUpgrade = direction == .toClient && stream.id == 1 && client.reader.isRunning
        if isUpgrade, !stream.request.hasHeaders, stream.request.object == nil {
            stream.request.isEnded = true
        }
        if stream.request.isEnded, stream.response.isEnded { report(stream, output) }
    }

    private func endBody(
        _ stream: HTTP2Stream, _ direction: Direction, _ reason: FileRecord.Reason?, _ output: ParserOutput
    ) {
        guard let object = stream[direction].object else { return }
        if let decoder = stream[direction].decoder {
            if reason == nil { note(decoder.finish(), stream, direction, output) }
            release(stream, direction)
        }
        let message = stream[direction]
        var why: FileRecord.Reason? = message.hasGap ? .gap : reason ?? message.reason
        if why == nil, message.hasWrongLength {
            output.note(.http2Malformed)
            why = .cut
        }
        output.end(object, why ?? (message.isPartial ? .range : nil))
    }

    /// Ends a stream of which one side, or both, did not end.
    private func close(_ stream: HTTP2Stream, _ reason: FileRecord.Reason, _ output: ParserOutput) {
        for direction in [Direction.toServer, .toClient] where !stream[direction].isEnded {
            stream[direction].isEnded = true
            endBody(stream, direction, reason, output)
        }
        report(stream, output)
    }

    private func report(_ stream: HTTP2Stream, _ output: ParserOutput) {
        kept -= stream.size
        streams.close(stream)
        output.report(.http2, .toServer, number: stream.number, stream.record)
    }
}
