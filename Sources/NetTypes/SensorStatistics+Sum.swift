extension SensorStatistics {
    /// Adds what another inspector counted. Peaks are added too, so they become an upper bound.
    public mutating func add(_ other: SensorStatistics) {
        for counter in Self.counters { self[keyPath: counter] += other[keyPath: counter] }
        for reason in FlowRecord.EndReason.allCases { flow.ended[reason] += other.flow.ended[reason] }
        anomalies.add(other.anomalies)
    }

    /// Every plain counter; a test compares the list with what is declared.
    static var counters: [WritableKeyPath<SensorStatistics, UInt64>] {
        [
            \.capture.frames, \.capture.bytes, \.capture.bytesSnapped, \.decoder.frames, \.decoder.packets,
            \.decoder.fragments, \.decoder.notIP, \.decoder.undecoded, \.decoder.ipv4, \.decoder.ipv6,
            \.decoder.tcp, \.decoder.udp, \.decoder.icmp, \.decoder.sctp, \.decoder.otherTransport,
            \.decoder.tunnelled, \.decoder.wrongChecksums, \.defragmenter.fragments, \.defragmenter.used,
            \.defragmenter.refused, \.defragmenter.dropped, \.defragmenter.waiting, \.defragmenter.datagrams,
            \.defragmenter.peakBytes, \.flow.created, \.flow.active, \.flow.peak, \.stream.payload,
            \.stream.delivered, \.stream.duplicate, \.stream.outOfWindow, \.stream.refused, \.stream.held,
            \.stream.peakHeld, \.stream.outOfOrder, \.stream.gaps, \.stream.gapBytes, \.stream.limited,
            \.stream.midstream, \.application.recognised, \.application.transactions, \.application.objects,
            \.application.open, \.application.scanned, \.application.timedOut, \.application.failed,
            \.application.skipped, \.application.incomplete, \.application.bytes, \.application.truncated,
            \.application.shed, \.application.encrypted, \.application.peakBytes, \.scan.offered,
            \.scan.scanned, \.scan.timedOut, \.scan.failed, \.scan.shed, \.scan.pending,
            \.scan.rescanned, \.scan.scans, \.scan.units, \.scan.windowed, \.scan.detections,
            \.scan.repeats, \.scan.peakBytes, \.indicators.checked, \.indicators.detections,
            \.indicators.repeats, \.indicators.limited,
        ]
    }
}
