extension LiveStatistics {
    /// A sum over all interfaces. Sums wrap rather than trap, as nothing of a display may stop a run.
    public func interfaceSum(_ counter: KeyPath<InterfaceStatistics, UInt64>) -> UInt64 {
        interfaces.reduce(0) { $0 &+ $1[keyPath: counter] }
    }

    /// A sum over all rings.
    public func ringSum(_ counter: KeyPath<RingStatistics, UInt64>) -> UInt64 {
        rings.reduce(0) { $0 &+ $1[keyPath: counter] }
    }

    /// The terms of the law of a live run: `received = ringDropped + inspected + waiting`, in frames.
    public var law: Law {
        Law(
            received: interfaceSum(\.frames), ringDropped: ringSum(\.dropped),
            inspected: sensor.capture.frames)
    }

    /// The laws between capture and inspection that do not hold, each as a sentence.
    ///
    /// Threads count on while a sample is taken. One that is taken against the current (sensor, then rings, then
    /// interfaces) can only show too many frames waiting, never too few, so the inequality holds in every sample.
    /// `atRest`, once all threads have ended, nothing may be left waiting.
    public func brokenLaws(atRest: Bool) -> [String] {
        var broken: [String] = []
        let terms = law
        let accounted = terms.ringDropped &+ terms.inspected
        if atRest ? accounted != terms.received : accounted > terms.received {
            broken.append(
                "received frames = dropped by rings + inspected + waiting: \(terms.received) is not "
                    + "\(terms.ringDropped) + \(terms.inspected) + \(terms.waiting)")
        }
        guard atRest else { return broken }
        for ring in rings where ring.offered != ring.pushed &+ ring.dropped {
            broken.append(
                "ring \(ring.interface)-\(ring.worker): offered = pushed + dropped: \(ring.offered) is not "
                    + "\(ring.pushed) + \(ring.dropped)")
        }
        let left = UInt64(clamping: mailbox.waiting)
        if mailbox.offered != mailbox.delivered &+ mailbox.shed &+ left {
            broken.append(
                "findings offered = delivered + shed + waiting: \(mailbox.offered) is not "
                    + "\(mailbox.delivered) + \(mailbox.shed) + \(left)")
        }
        if let recording, recording.offered != recording.written &+ recording.lost {
            broken.append(
                "recording offered = written + lost: \(recording.offered) is not "
                    + "\(recording.written) + \(recording.lost)")
        }
        return broken
    }

    /// True when frames, or bytes of them that could have been scanned, were not inspected, or when detections did
    /// not reach the event log.
    ///
    /// Encrypted payload that is shed would not have been scanned anyway, and a recording is no inspection.
    public var isIncomplete: Bool {
        interfaces.contains {
            $0.droppedByKernel > 0 || $0.droppedByInterface > 0 || $0.failures > 0 || !$0.isUp
        }
            || rings.contains { $0.dropped > 0 }
            || mailbox.shedDetections > 0 || sensor.isIncomplete
    }

    /// Where the frames of a live run are.
    public struct Law: Equatable, Sendable {
        /// Frames read from all interfaces.
        public var received: UInt64
        /// Frames that no ring had room for.
        public var ringDropped: UInt64
        /// Frames that workers have inspected, whole or without payload.
        public var inspected: UInt64

        /// Frames between the two, mostly in rings.
        public var waiting: UInt64 {
            let accounted = ringDropped &+ inspected
            return received > accounted ? received - accounted : 0
        }
    }
}
