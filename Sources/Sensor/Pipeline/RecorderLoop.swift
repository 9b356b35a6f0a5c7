import NetTypes
import Ring

/// The thread that records: a disk that is slow or full holds up nobody else.
struct RecorderLoop: ~Copyable {
    private let doorbell: Doorbell
    private let inlets: [Inlet]
    private let board: StatisticsBoard
    private var recorder: Recorder

    /// Records that are taken from one ring before the others have their turn.
    private static let turn = 1024
    /// Milliseconds that it sleeps when there is nothing to do.
    private static let sleep = 500

    init(
        _ recorder: consuming Recorder, _ doorbell: Doorbell, _ inlets: [Inlet], _ board: StatisticsBoard
    ) {
        self.recorder = recorder
        self.doorbell = doorbell
        self.inlets = inlets
        self.board = board
    }

    /// Records until every ring is closed and empty.
    mutating func run() {
        while true {
            var taken = 0
            for inlet in inlets { taken += take(from: inlet) }
            guard taken == 0 else { continue }
            if Inlet.areFinished(inlets) { break }
            let inlets = inlets
            let isRung = doorbell.wait(unless: { Inlet.isAnyReady(inlets) }, milliseconds: Self.sleep)
            // Nothing came for a while: what did is to be in the file, whatever happens next.
            if !isRung { recorder.flush() }
        }
        noteLosses()
        recorder.finish()
        post()
    }

    private mutating func take(from inlet: Inlet) -> Int {
        var isPostDue = false
        let taken = inlet.consumer.drain(limit: Self.turn, through: Timestamp(nanoseconds: .max)) {
            record, bytes in
            switch record {
            case .frame(let header): recorder.take(header, bytes)
            case .time(let now):
                // Before time goes on, which may end a file.
                noteLosses()
                recorder.advance(to: now)
                isPostDue = true
            }
        }
        if isPostDue { post() }
        return taken
    }

    /// What the capture threads have posted as lost is known about a second late: the file after says the rest, and the last
    /// one has it all, since they post before their rings are closed.
    private mutating func noteLosses() {
        for (interface, lost) in board.losses.enumerated() { recorder.note(lost, of: interface) }
    }

    private mutating func post() {
        for notice in recorder.takeNotices() { board.post(.recording(notice)) }
        board.post(recording: recorder.statistics)
    }
}
