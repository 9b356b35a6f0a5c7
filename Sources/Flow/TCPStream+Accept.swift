import NetTypes
import Wire

extension TCPStream {
    /// Takes a segment of this stream; `peer` is the other direction, whose bytes it acknowledges.
    mutating func accept(
        _ segment: Segment, _ bytes: Span<UInt8>, _ peer: inout TCPStream, _ limits: FlowConfiguration,
        _ held: inout EarlySegments, _ statistics: inout StreamStatistics, _ result: inout Acceptance
    ) {
        let tcp = segment.tcp
        let length = UInt64(segment.payload.count)
        if segment.isDoubtful {
            // Only its payload may count, and only later; it says nothing about the connection.
            if isStarted, !tcp.has(TCPHeader.syn | TCPHeader.rst) {
                place(segment, bytes, limits, &held, &statistics, &result)
            } else {
                statistics.refused += length
            }
            result.hasEarly = early >= 0
            return
        }
        if tcp.has(TCPHeader.rst) {
            // Text on a reset is no stream data (RFC 9293 section 3.5.3).
            statistics.refused += length
            result.stray = segment.payload
            if isStarted, !isResetPlausible(tcp.sequence) { result.anomalies.insert(.streamRST) }
            return
        }
        if tcp.has(TCPHeader.syn), !synchronise(segment.sequence) {
            statistics.refused += length
            result.anomalies.insert(.streamSYN)
            return
        }
        if tcp.has(TCPHeader.ack) { peer.acknowledge(tcp.acknowledgement) }
        if isOutdated(tcp, peer, limits) {
            statistics.refused += length
            result.anomalies.insert(.streamPAWS)
            return
        }
        if !isStarted {
            guard length > 0 || segment.missing > 0 else {
                result.peerHasEarly = peer.early >= 0
                return
            }
            start(at: segment.sequence, syn: false)
        }
        noteTimestamp(segment)
        if tcp.has(TCPHeader.fin), finish == nil {
            let end = offset(of: segment.sequence) + Int64(length) + Int64(segment.missing)
            if end >= 0 { finish = UInt64(end) }
        }
        if length > 0 || segment.missing > 0 { place(segment, bytes, limits, &held, &statistics, &result) }
        result.hasEarly = early >= 0
        result.peerHasEarly = peer.early >= 0
    }

    /// Takes the number of a SYN; false when the stream has gone on from another one.
    private mutating func synchronise(_ first: UInt32) -> Bool {
        // A second SYN before any data means another try, unless the receiver has agreed to the first.
        if !isStarted || next == 0 && early < 0 && !isConfirmed {
            start(at: first, syn: true)
            return true
        }
        guard offset(of: first) == 0 else { return false }
        sawSYN = true
        return true
    }

    /// True when a reset's number lies near what is expected. The host wants an exact match (RFC 5961); a capture
    /// may have missed segments, so a window's worth is allowed.
    private func isResetPlausible(_ sequence: UInt32) -> Bool {
        abs(SequenceNumber.distance(from: nextSequence, to: sequence)) <= 1 << 20
    }

    /// PAWS (RFC 7323 section 5.3): the receiver drops a segment whose timestamp is older than the newest in order.
    private func isOutdated(_ tcp: TCPHeader, _ peer: TCPStream, _ limits: FlowConfiguration) -> Bool {
        guard limits.paws, hasTimestamps, peer.hasTimestamps, let value = tcp.timestampValue,
            !tcp.has(TCPHeader.syn)
        else { return false }
        return SequenceNumber.distance(from: recentTimestamp, to: value) < 0
    }

    /// Keeps TS.Recent: the timestamp of the segment that covers the next due byte.
    @inline(__always)
    private mutating func noteTimestamp(_ segment: Segment) {
        guard let value = segment.tcp.timestampValue else { return }
        if !hasTimestamps {
            hasTimestamps = true
            recentTimestamp = value
        } else if SequenceNumber.distance(from: nextSequence, to: segment.sequence) <= 0,
            SequenceNumber.distance(from: recentTimestamp, to: value) > 0
        {
            recentTimestamp = value
        }
    }

    /// Puts the payload where it belongs: delivered before, next, or early.
    private mutating func place(
        _ segment: Segment, _ bytes: Span<UInt8>, _ limits: FlowConfiguration,
        _ held: inout EarlySegments, _ statistics: inout StreamStatistics, _ result: inout Acceptance
    ) {
        var payload = segment.payload
        let start = offset(of: segment.sequence)
        let due = Int64(bitPattern: next)
        if start < due {
            let old = Int(min(Int64(payload.count), due - start))
            noteRepeated(payload.prefix(old), at: start, &statistics, &result)
            payload = payload.dropFirst(old)
            guard !payload.isEmpty else { return }
            // A part is new: no plain retransmission.
            result.anomalies.insert(.streamOverlap)
        }
        let offset = UInt64(max(start, due))
        if offset - next > UInt64(max(0, limits.maximumAdvance)) {
            statistics.outOfWindow += UInt64(payload.count)
            result.stray = payload
            result.anomalies.insert(.streamOutOfWindow)
            return
        }
        let end = offset + UInt64(payload.count)
        if offset == next, !segment.isDoubtful, early < 0 || end <= held.lowerBound(of: early) ?? .max {
            result.chunk = payload
            result.offset = offset
            statistics.delivered += UInt64(payload.count)
            advance(by: payload.count)
            noteSnapped(segment, &statistics, &result)
        } else if !payload.isEmpty {
            hold(payload, at: offset, segment, bytes, limits, &held, &statistics, &result)
        }
    }

    /// Bytes that the capture cut off behind a segment will never come: a gap without waiting.
    private mutating func noteSnapped(
        _ segment: Segment, _ statistics: inout StreamStatistics, _ result: inout Acceptance
    ) {
        guard segment.missing > 0, early < 0 else { return }
        result.snapped = UInt64(segment.missing)
        skip(result.snapped)
        statistics.gaps += 1
        statistics.gapBytes += result.snapped
        result.anomalies.insert(.streamGap)
    }

    /// Accounts for bytes that lie before what is due.
    private func noteRepeated(
        _ payload: Range<Int>, at start: Int64, _ statistics: inout StreamStatistics,
        _ result: inout Acceptance
    ) {
        let lost = min(payload.count, max(0, Int(clamping: Int64(bitPattern: floor) - start)))
        statistics.outOfWindow += UInt64(lost)
        statistics.duplicate += UInt64(payload.count - lost)
        result.stray = payload.prefix(lost)
        if lost > 0, start < 0 { result.anomalies.insert(.streamOutOfWindow) }
        // One byte right before the next is a keep-alive, whose content means nothing (RFC 9293 section 3.8.4).
        let isKeepAlive = payload.count == 1 && start + 1 == Int64(bitPattern: next)
        guard lost < payload.count, !isKeepAlive else { return }
        result.repeated = payload.dropFirst(lost)
        result.repeatedOffset = UInt64(start + Int64(lost))
    }

    /// Keeps a segment that came before its turn.
    private mutating func hold(
        _ payload: Range<Int>, at offset: UInt64, _ segment: Segment, _ bytes: Span<UInt8>,
        _ limits: FlowConfiguration, _ held: inout EarlySegments, _ statistics: inout StreamStatistics,
        _ result: inout Acceptance
    ) {
        if early < 0 {
            early = held.open()
            holeSince = segment.timestamp
        }
        statistics.outOfOrder += 1
        let range = offset..<offset + UInt64(payload.count)
        let piece = Piece(
            visible: range, origin: range, bytes: [UInt8](copying: bytes.extracting(payload)),
            isDoubtful: segment.isDoubtful, frame: segment.frame, timestamp: segment.timestamp)
        let addition = held.add(piece, to: early, policy: policy)
        statistics.held += addition.kept
        statistics.held -= addition.displaced
        statistics.duplicate += UInt64(payload.count) - addition.kept + addition.displaced
        statistics.peakHeld = max(statistics.peakHeld, UInt64(held.cost))
        if addition.conflicted {
            result.stray = payload
            result.anomalies.insert(.streamConflict)
        } else if addition.overlapped, addition.kept > 0 {
            result.anomalies.insert(.streamOverlap)
        }
        if held.exceeds(early, limits) { result.anomalies.insert(.streamLimit) }
    }
}
