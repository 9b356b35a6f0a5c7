import NetTypes

/// The summary of a scan, line by line.
enum SummaryText: Text {
    /// On the progress line, where the size of the input is not known.
    case framesSoFar(UInt64)
    /// The rules that are used, and where from.
    case rules(count: Int, leftOut: Int, places: [String])
    /// The indicators that are looked for.
    case indicators(IndicatorText)
    /// How many files became what.
    case files(complete: Int, partial: Int, failed: Int)
    /// A file that was read in part, and why.
    case partialFile(path: String, reason: String)
    /// The same as a warning of its own.
    case damagedFile(path: String, reason: String)
    /// A file that was not read.
    case failedFile(sentence: String)
    /// What came in.
    case traffic(frames: UInt64, bytes: UInt64, flows: UInt64)
    /// Frames that the sensors say they have lost.
    case framesLost(UInt64)
    /// Streams with holes, and the bytes in them.
    case gaps(streams: UInt64, bytes: UInt64)
    /// What was scanned and what it gave.
    case scanned(bytes: UInt64, detections: UInt64)
    /// What suppressions and thresholds have done.
    case suppression(SuppressionText)
    /// What the ledger left out.
    case ledger(LedgerText)
    /// What became of a night's work.
    case night(NightText)
    /// What became of incidents.
    case incidents(IncidentText)
    /// Everything was inspected and nothing found.
    case nothingFound
    /// The heading over what was not inspected.
    case notAllInspected
    /// One thing that was not inspected.
    case remainder(Remainder)
    /// More detections than the table shows.
    case moreDetections(UInt64)
    /// Where the event log is.
    case eventLog(path: String)
    /// The run was interrupted.
    case interrupted
    /// A detection's place in what was scanned.
    case place(offset: UInt64, first: UInt64, last: UInt64)
    /// The frames that an indicator was met in.
    case frames(first: UInt64, last: UInt64)
    /// What was scanned, and which way it went.
    case object(ScannedObject.Kind, Direction)
    /// A severity, 1 to 4.
    case severity(Int)
}
