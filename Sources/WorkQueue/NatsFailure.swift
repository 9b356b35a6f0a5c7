/// Why one try came to nothing.
enum NatsFailure: Error {
    /// Nobody listens under that subject: no such stream, or one that has no leader just now.
    case nobody
    /// No answer came in time.
    case silence
    /// The connection broke; another is on its way.
    case broken
    /// Nothing will mend this.
    case final(WorkQueueError)
}
