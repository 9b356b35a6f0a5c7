import ArgumentParser
import WorkQueue

/// The option of a scan that several machines share.
struct QueueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("\(QueueText.option)", valueName: "URL"))
    var queue: String?

    /// The work list; nil where none was named.
    func address() throws(CommandError) -> WorkQueueAddress? {
        guard let queue else { return nil }
        do throws(WorkQueueError) {
            return try WorkQueueAddress(queue)
        } catch {
            throw .queue(error)
        }
    }
}
