import NetTypes

extension FlowTracker {
    /// What is due in a stream after a packet was accepted: early segments whose turn has come, and gaps that have
    /// to be declared at `now`. Call until nil.
    public mutating func nextDue(_ index: FlowIndex, _ direction: Direction, at now: Timestamp) -> DueBytes? {
        let at = index.rawValue
        return direction == .toServer
            ? table.slots[at].upstream.nextDue(at: now, configuration, &early, &streams)
            : table.slots[at].downstream.nextDue(at: now, configuration, &early, &streams)
    }

    /// What is left in a stream whose flow ends: early segments, the gaps between them, and bytes at the end that
    /// were acknowledged but never seen. Call until nil.
    public mutating func nextLeft(_ index: FlowIndex, _ direction: Direction) -> DueBytes? {
        let at = index.rawValue
        return direction == .toServer
            ? table.slots[at].upstream.nextLeft(&early, &streams)
            : table.slots[at].downstream.nextLeft(&early, &streams)
    }
}

extension TCPStream {
    fileprivate mutating func nextDue(
        at now: Timestamp, _ limits: FlowConfiguration, _ held: inout EarlySegments,
        _ statistics: inout StreamStatistics
    ) -> DueBytes? {
        guard early >= 0 else { return nil }
        guard let lower = held.lowerBound(of: early) else {
            held.close(early)
            early = -1
            return nil
        }
        if lower <= next {
            // A doubtful copy waits for a better one until the receiver shows that it has taken these bytes.
            if let end = held.doubtfulEnd(of: early), acknowledged < end, !held.exceeds(early, limits) {
                return nil
            }
            return takeFirst(at: now, &held, &statistics)
        }
        let patience = Timestamp(seconds: Int64(clamping: limits.gapPatience), nanoseconds: 0)
        let isLate = acknowledged >= lower && now.nanoseconds(since: holeSince) >= patience.nanoseconds
        if isLate { return declareGap(to: lower, &statistics) }
        guard held.exceeds(early, limits) else { return nil }
        statistics.limited += 1
        return declareGap(to: lower, &statistics)
    }

    fileprivate mutating func nextLeft(
        _ held: inout EarlySegments, _ statistics: inout StreamStatistics
    ) -> DueBytes? {
        guard isStarted else { return nil }
        if early >= 0 {
            if let lower = held.lowerBound(of: early) {
                return lower <= next
                    ? takeFirst(at: holeSince, &held, &statistics) : declareGap(to: lower, &statistics)
            }
            held.close(early)
            early = -1
        }
        // An acknowledgement one beyond the end is most likely that of a FIN which the capture missed. A FIN that
        // came is no evidence that anything lies before it; a forged one must not make gaps.
        let end = finish.map { min($0, acknowledged) } ?? (acknowledged > next + 1 ? acknowledged : next)
        return end > next ? declareGap(to: end, &statistics) : nil
    }

    private mutating func takeFirst(
        at now: Timestamp, _ held: inout EarlySegments, _ statistics: inout StreamStatistics
    ) -> DueBytes? {
        guard let piece = held.removeFirst(of: early) else { return nil }
        let count = UInt64(piece.visible.count)
        holeSince = now
        advance(by: piece.visible.count)
        statistics.delivered += count
        statistics.held -= count
        return .chunk(
            DueBytes.HeldChunk(
                offset: piece.visible.lowerBound, bytes: piece.bytes, range: piece.indices(piece.visible),
                frame: piece.frame, timestamp: piece.timestamp))
    }

    private mutating func declareGap(to offset: UInt64, _ statistics: inout StreamStatistics) -> DueBytes {
        let start = next
        skip(offset - start)
        statistics.gaps += 1
        statistics.gapBytes += offset - start
        return .gap(offset: start, length: offset - start)
    }
}
