/// What is said of a live run while it runs: on the panel and in the line of counters. Numbers are written here.
enum PanelText: Text {
    /// The name of the program and how long it has run: whole days, and hours, minutes and seconds.
    case title, uptime(days: Int64, clock: String)
    /// The rules in use: how many, in which generation, and the beginning of their SHA-256.
    case rules(count: Int, generation: Int, digest: String)
    /// Headings of the table of interfaces.
    case interface, framesPerSecond, bitsPerSecond, frames, kernelDrops, interfaceDrops, drops
    /// An interface that gives no frames, and one that does, and how often it went down.
    case down, up, failures(UInt64)
    /// Interfaces, rings or warnings that there is no room for.
    case moreInterfaces(Int), moreRings(Int), moreWarnings(Int)
    /// All interfaces together.
    case total, frameRate(UInt64), bitRate(UInt64), frameCount(UInt64), dropRate(UInt64), processor(
        percent: Int)
    /// The rings, and how full the fullest is and was.
    case rings, noRing, fullest(depth: Int, highWater: Int)
    /// Flows and what became of their content.
    case traffic, flows(active: UInt64, created: UInt64), objects(UInt64), scanned(UInt64), detections(UInt64)
    /// What was lost, by name.
    case losses, nothingLost, loss(Loss, UInt64)
    /// The recording.
    case recording, recorded(files: UInt64, bytes: UInt64), recordingFailed(reason: String), removed(UInt64)
    /// The findings that wait for the event log.
    case mailbox
    /// A warning that stays in sight.
    case warning
    /// The heading of the latest detections, and what stands there while there are none.
    case latest(shown: Int, of: UInt64), nothingFound
}
