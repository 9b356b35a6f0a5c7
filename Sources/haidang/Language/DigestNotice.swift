/// What is said about digests, when one is asked for and when one cannot be given.
enum DigestNotice: Text {
    /// There is no ledger to make one of.
    case needsLedger
    /// The name of a file says nothing of a format.
    case unknownFormat(path: String)
    /// Standard output is taken.
    case excludesJSON
    /// There is no list of sinks.
    case needsSinks
    /// There is no store, in which it would wait.
    case needsStore
    /// There is no sink of that name.
    case noSink(String, nearest: String?)
    /// It could not be made, written or queued.
    case failed(sentence: String)
    /// It waits for its receivers.
    case queued(sinks: [String])
}
