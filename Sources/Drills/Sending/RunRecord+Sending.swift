import NetTypes

extension RunRecord {
    /// Enters what was sent to an interface, and when, so that what a live sensor found there can be judged.
    public mutating func enter(
        _ account: SendingAccount, on interface: String, _ traffic: StagedTraffic
    ) {
        self.interface = interface
        state = account.isStopped ? .stopped : .finished
        incomplete = account.isComplete ? [] : ["frames_not_sent"]
        guard let started = account.startedAt, let first = account.firstCaptured else { return }
        let offset = first.nanoseconds(since: traffic.start)
        clock.append(
            RunClock.Segment(
                played: offset, wall: started.nanoseconds, speed: account.speed, isPaused: false))
        played = traffic.length.nanoseconds
        if account.isStopped {
            let passed = Double(account.duration) * (account.speed > 0 ? account.speed : 1)
            played = min(played, offset &+ Int64(min(passed, 4e18)))
        }
    }
}
