import Capture
import NetTypes
import Synchronization

/// Where threads post what they have counted, about once a second of capture time, for the one who shows it. The lock
/// is held for the copy of a few numbers.
final class StatisticsBoard: Sendable {
    private struct State {
        var interfaces: [InterfaceStatistics] = []
        var savefileBytes: [UInt64] = []
        var rings: [[RingStatistics]] = []
        var regressions: [UInt64] = []
        var notRecorded: [UInt64] = []
        var workers: [SensorStatistics] = []
        var recording: RecordingStatistics?
        var notices: [PipelineNotice] = []
    }

    /// Notices kept for somebody to take; the oldest go first.
    private static let mostNotices = 1024

    private let state = Mutex(State())

    /// Makes room for another source of frames.
    func addSource(_ name: String, rings: [RingStatistics]) {
        state.withLock { state in
            state.interfaces.append(InterfaceStatistics(name: name))
            state.savefileBytes.append(0)
            state.rings.append(rings)
            state.regressions.append(0)
            state.notRecorded.append(0)
        }
    }

    /// Makes room for so many workers.
    func addWorkers(_ count: Int) {
        state.withLock { $0.workers = Array(repeating: SensorStatistics(), count: count) }
    }

    /// What a source counted; of a savefile also how many bytes of the file were read.
    func post(
        source: Int, _ interface: InterfaceStatistics, _ distributor: borrowing Distributor,
        savefileBytes: UInt64 = 0
    ) {
        let (rings, regressions, notRecorded) = (
            distributor.rings, distributor.regressions, distributor.notRecorded
        )
        state.withLock { state in
            state.interfaces[source] = interface
            state.savefileBytes[source] = savefileBytes
            state.rings[source] = rings
            state.regressions[source] = regressions
            state.notRecorded[source] = notRecorded
        }
    }

    /// Bytes of all savefiles on disk that were read, as it was last posted.
    var savefileBytes: UInt64 { state.withLock { $0.savefileBytes.reduce(0, +) } }

    /// What each source lost on the way to the recording, as it was last posted.
    var losses: [RecordingLosses] {
        state.withLock { state in
            zip(state.interfaces, state.notRecorded).map { interface, notRecorded in
                RecordingLosses(
                    byInterface: interface.droppedByInterface,
                    bySystem: interface.droppedByKernel &+ notRecorded)
            }
        }
    }

    /// What a worker counted.
    func post(worker: Int, _ statistics: SensorStatistics) {
        state.withLock { $0.workers[worker] = statistics }
    }

    /// What the recorder counted.
    func post(recording: RecordingStatistics) {
        state.withLock { $0.recording = recording }
    }

    /// Something people should hear.
    func post(_ notice: PipelineNotice) {
        state.withLock { state in
            if state.notices.count >= Self.mostNotices { state.notices.removeFirst() }
            state.notices.append(notice)
        }
    }

    /// The notices since the last time.
    func takeNotices() -> [PipelineNotice] {
        state.withLock { state in
            defer { state.notices = [] }
            return state.notices
        }
    }

    /// All of it together; times that went backwards are counted where frames come in, since a worker sees only some.
    var statistics: LiveStatistics {
        state.withLock { state in
            var all = LiveStatistics()
            all.interfaces = state.interfaces
            all.rings = state.rings.flatMap { $0 }
            all.recording = state.recording
            // What the recorder's rings had no room for was to be recorded as well.
            let notRecorded = state.notRecorded.reduce(0, +)
            all.recording?.offered += notRecorded
            all.recording?.lost += notRecorded
            for worker in state.workers { all.sensor.add(worker) }
            all.sensor.anomalies[.timeRegressed] = state.regressions.reduce(0, +)
            return all
        }
    }
}
