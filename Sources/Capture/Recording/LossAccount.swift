/// What is known of the losses of one interface, and what of it files have said.
struct LossAccount {
    /// What whoever captures has counted, since it began.
    var reported = RecordingLosses()
    /// Frames that came to the recording and were not written.
    var unwritten: UInt64 = 0
    /// Frames in the block that is being filled.
    var inBlock: UInt64 = 0

    /// What the files that have ended say.
    private var told = RecordingLosses()

    /// All that was lost up to now.
    private var total: RecordingLosses {
        RecordingLosses(
            byInterface: reported.byInterface,
            bySystem: InterfaceLosses.sum(reported.bySystem, unwritten))
    }

    /// What no file has said yet: what was lost since the file before ended, so that nothing falls between two.
    var untold: RecordingLosses { total.since(told) }

    /// A file has said it.
    mutating func tell() { told = total }
}
