import WorkQueue

/// What is said of work that machines share.
enum QueueText: Text {
    /// On the help page.
    case option
    /// It cannot be used, or not any more.
    case error(WorkQueueError)
    /// The run is not over, and where it goes on.
    case goesOn
    /// A machine that only scans takes no such option.
    case notForTakers(option: String)
    /// Files cannot be shared that only this process can read.
    case standardInput
    /// What a machine has done for a list.
    case scanned(units: Int, list: String)
    /// Why a machine leaves a list.
    case otherBasis
    case otherFile(path: String)
}
