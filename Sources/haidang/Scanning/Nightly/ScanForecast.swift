/// How far a run is, and how long it still takes as far as that can be said: a plain value of what was counted up to a moment.
///
/// What is done and what was read are two things. A file that cannot be read is done at once, and a disk or a rule set is no
/// faster for it: only bytes that were read say how long a byte takes.
struct ScanForecast: Equatable {
    /// Files that are done.
    var files = 0
    /// All files of the run.
    var allFiles = 0
    /// Bytes on the disk that need not be read any more, from 0 to `allBytes`.
    var bytes: UInt64 = 0
    /// All that the run has to read, also of files that are read again for the flows at their end; 0 where no file has a size.
    var allBytes: UInt64 = 0
    /// Bytes that were read, of whatever file.
    var bytesRead: UInt64 = 0
    /// For how long the run has been reading.
    var time = Duration.zero
    /// How long it may go on; nil for as long as it takes.
    var room: Duration?

    /// How long it takes, and what part of all has to be read, until an estimate is worth something.
    static let patience = Duration.seconds(5)
    static let leastShare = 0.01

    /// The part that is done, from 0 to 1: of the bytes, or of the files where these have no sizes.
    var share: Double {
        if allBytes > 0 { return min(1, Double(bytes) / Double(allBytes)) }
        return allFiles > 0 ? min(1, Double(files) / Double(allFiles)) : 0
    }

    /// How long the rest takes at the rate so far; nil where too little was read to say, and where all is read that the plan
    /// knew of, so that what still goes on is a file that has grown.
    var left: Duration? {
        guard time >= Self.patience, bytes < allBytes, bytesRead > 0,
            Double(bytesRead) >= Self.leastShare * Double(allBytes)
        else { return nil }
        return time * (Double(allBytes - bytes) / Double(bytesRead))
    }

    /// True where the run has to end before all is done, by this estimate.
    var isTooLong: Bool {
        guard let left, let room else { return false }
        return left > room
    }
}
