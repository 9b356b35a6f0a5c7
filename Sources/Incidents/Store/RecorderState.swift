/// What waits to be written to the store, and what became of the rest.
struct RecorderState {
    /// Detections, in the order in which they came.
    var waiting: [ReportedDetection] = []
    /// Changes that nobody has taken.
    var changes: [IncidentChange] = []
    /// The account.
    var status = IncidentRecorder.Status()
    /// True when nothing more is taken.
    var isStopping = false
    /// True when nothing more is written.
    var hasEnded = false

    /// True when there is no room.
    var isFull: Bool { waiting.count >= IncidentRecorder.mostWaiting }

    /// Takes a detection, where there is room and time for it.
    mutating func take(_ report: ReportedDetection) -> Bool {
        status.reported += 1
        guard !isFull, !isStopping else {
            status.dropped += 1
            return false
        }
        waiting.append(report)
        status.waiting += 1
        return true
    }

    /// So many of those that waited longest are written.
    mutating func settle(_ recording: IncidentStore.Recording, of count: Int) {
        // The time to end may have come meanwhile: then they were counted as lost, and are not after all.
        let written = min(count, waiting.count)
        waiting.removeFirst(written)
        status.waiting -= UInt64(written)
        status.lost -= UInt64(count - written)
        status.recorded += UInt64(recording.recorded)
        status.repeats += UInt64(recording.repeats)
        status.failure = nil
        changes += recording.changes
        if changes.count > IncidentRecorder.mostChanges {
            changes.removeFirst(changes.count - IncidentRecorder.mostChanges)
        }
    }

    /// The time is over: what still waits is lost.
    mutating func end() {
        status.lost += status.waiting
        status.waiting = 0
        waiting = []
        hasEnded = true
    }
}
