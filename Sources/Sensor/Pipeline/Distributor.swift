import NetTypes

/// What a thread with frames does with each: tells the workers the time, finds the worker, and hands it over, and to
/// the recorder too.
struct Distributor: ~Copyable {
    private var time: CaptureTime
    private var dispatcher: Dispatcher
    private let outlets: [Outlet]
    private let sheds: [ShedTable]
    /// What it leaves out under pressure; nil where it waits instead.
    private var shedding: Shedding?
    private let recorder: Outlet?

    init(
        _ dispatcher: Dispatcher, _ outlets: [Outlet], _ sheds: [ShedTable], _ shedding: Shedding?,
        recorder: Outlet?, followsClock: Bool
    ) {
        time = CaptureTime(followsClock: followsClock)
        self.dispatcher = dispatcher
        self.outlets = outlets
        self.sheds = sheds
        self.shedding = shedding
        self.recorder = recorder
    }

    /// Hands a frame over; its bytes are copied.
    mutating func take(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        if time.advance(to: header.timestamp), let now = time.now { tick(now) }
        // The recording is whole, whatever a worker has to do without.
        recorder?.push(header, bytes)
        let worker = dispatcher.worker(header, bytes)
        let outlet = outlets[worker]
        // A worker knows the newest time of its own frames; before one that is older it is told that of all.
        if let newest = time.now, header.timestamp < newest { outlet.push(newest) }
        guard let segment = dispatcher.segment,
            let reason = shedding?.reason(segment, step: outlet.step, sheds[worker])
        else { return outlet.push(header, bytes) }
        let kept = segment.payload.lowerBound
        outlet.shed(bytes: bytes.count - kept, reason)
        outlet.push(header, bytes.extracting(first: kept))
    }

    /// No frame came, and it is this late: timeouts go on. Before the first frame there are none.
    mutating func advance(to now: Timestamp) {
        guard time.isBefore(now) else { return }
        if time.advance(to: now), let newest = time.now { tick(newest) }
    }

    private func tick(_ time: Timestamp) {
        for outlet in outlets { outlet.push(time) }
        recorder?.push(time)
    }

    /// Makes all of it visible to the workers.
    func publish() {
        for outlet in outlets { outlet.publish() }
        recorder?.publish()
    }

    /// No more will come. All workers learn how late it was in the end.
    func close() {
        if let newest = time.now { tick(newest) }
        for outlet in outlets { outlet.close() }
        recorder?.close()
    }

    /// Frames that were older than one before them.
    var regressions: UInt64 { time.regressions }

    /// What went into each worker's ring.
    var rings: [RingStatistics] { outlets.map(\.statistics) }

    /// Frames that did not go into the recorder's ring.
    var notRecorded: UInt64 { recorder?.statistics.dropped ?? 0 }
}
