import AppLayer
import Flow
import NetTypes

/// Where the traffic meets lists of indicators: both ends of a flow when it begins, names and fingerprints when a
/// transaction ends, digests when an object does. Nothing is looked up for a packet.
extension Inspector {
    /// Looks up both ends of a new flow.
    mutating func watch(
        opening flow: FlowIndex, _ context: FlowContext, _ header: FrameHeader, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        guard let set = indicators.set else { return }
        indicators.clear(flow)
        guard set.has(.address) || set.has(.network) else { return }
        for (place, end) in [
            (IndicatorSighting.Place.flowSource, context.client), (.flowDestination, context.server),
        ] {
            indicators.statistics.checked += 1
            let found = set.find(end.address, at: header.timestamp)
            if found.isEmpty { continue }
            let seen = Seen(
                place: place, text: end.address.description, flow: context, direction: direction,
                timestamp: header.timestamp, firstFrame: header.number, lastFrame: header.number, object: nil)
            report(found, set, seen, flow, &sink)
        }
    }

    /// Looks up what a transaction names.
    mutating func watch(_ transaction: Transaction, _ flow: FlowIndex, _ sink: inout some FindingSink) {
        guard let set = indicators.set else { return }
        for value in IndicatorValue.list(transaction) {
            indicators.statistics.checked += 1
            let found = value.find(in: set, at: transaction.timestamp)
            if found.isEmpty { continue }
            report(found, set, Seen(value.place, value.text, transaction), flow, &sink)
        }
        guard set.has(.url) else { return }
        for key in IndicatorValue.urls(transaction) {
            indicators.statistics.checked += 1
            let found = set.find(.url, key[...], at: transaction.timestamp)
            if found.isEmpty { continue }
            let seen = Seen(.httpURL, String(decoding: key, as: UTF8.self), transaction)
            report(found, set, seen, flow, &sink)
        }
    }

    /// Looks up the digests of an object. `flow` is the one at hand, which it need not be of.
    mutating func watch(_ object: ExtractedObject, _ flow: FlowIndex, _ sink: inout some FindingSink) {
        guard let set = indicators.set else { return }
        let record = object.record
        if set.has(.sha256) {
            watch(record.sha256, .sha256, .fileSHA256, record, set, flow, &sink)
        }
        guard set.has(.md5) else { return }
        // Lists that were read anew may ask for what nobody made while the bytes came.
        let isWhole = record.size == UInt64(object.bytes.count)
        guard let md5 = record.md5 ?? (isWhole ? Digest.of(object.bytes.span, .md5) : nil) else { return }
        watch(md5, .md5, .fileMD5, record, set, flow, &sink)
    }

    private mutating func watch(
        _ digest: [UInt8], _ kind: IndicatorKind, _ place: IndicatorSighting.Place, _ record: FileRecord,
        _ set: IndicatorSet, _ flow: FlowIndex, _ sink: inout some FindingSink
    ) {
        indicators.statistics.checked += 1
        let found = set.find(kind, digest[...], at: record.timestamp)
        if found.isEmpty { return }
        let seen = Seen(
            place: place, text: digest.hexadecimal, flow: record.flow, direction: record.direction,
            timestamp: record.timestamp, firstFrame: record.firstFrame, lastFrame: record.lastFrame,
            object: record.object)
        report(found, set, seen, flow, &sink)
    }

    /// What was met, where, and when.
    private struct Seen {
        let place: IndicatorSighting.Place
        let text: String
        let flow: FlowContext
        let direction: Direction
        let timestamp: Timestamp
        let firstFrame: UInt64
        let lastFrame: UInt64
        let object: ScannedObject?

        init(
            place: IndicatorSighting.Place, text: String, flow: FlowContext, direction: Direction,
            timestamp: Timestamp, firstFrame: UInt64, lastFrame: UInt64, object: ScannedObject?
        ) {
            self.place = place
            self.text = text
            self.flow = flow
            self.direction = direction
            self.timestamp = timestamp
            self.firstFrame = firstFrame
            self.lastFrame = lastFrame
            self.object = object
        }

        init(_ place: IndicatorSighting.Place, _ text: String, _ transaction: Transaction) {
            self.init(
                place: place, text: text, flow: transaction.flow, direction: transaction.direction,
                timestamp: transaction.timestamp, firstFrame: transaction.frame, lastFrame: transaction.frame,
                object: nil)
        }

        /// The object, or what carried the value.
        var carrier: ScannedObject {
            object
                ?? ScannedObject(
                    kind: flow.transport == .tcp ? .stream : .datagram, size: 0, sha256: nil, complete: true)
        }
    }

    private mutating func report(
        _ entries: [Int], _ set: IndicatorSet, _ seen: Seen, _ flow: FlowIndex,
        _ sink: inout some FindingSink
    ) {
        // An object may end while another flow is at hand; what that one has reported is then not asked.
        let isOfFlow = content.context(flow)?.id == seen.flow.id
        for entry in entries where !isOfFlow || indicators.admits(entry, flow) {
            if isOfFlow { content.contents[flow.rawValue].isAlerted = true }
            indicators.statistics.detections += 1
            let sighting = set.sighting(entry, at: seen.place, seen: seen.text)
            sink.receive(
                .detection(
                    Detection(
                        rule: sighting.identity, flow: seen.flow, direction: seen.direction,
                        timestamp: seen.timestamp, object: seen.carrier, strings: [],
                        firstFrame: seen.firstFrame, lastFrame: seen.lastFrame, indicator: sighting)))
        }
    }
}
