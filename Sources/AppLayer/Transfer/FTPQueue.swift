/// Commands that wait for their replies, in order, with what they are about.
struct FTPQueue {
    /// A command that waits.
    struct Entry {
        /// The command.
        let command: FTPCommand
        /// Its position among the flow's transactions.
        let number: UInt64
        /// The data connection that it announces or uses.
        let transfer: FTPTransfer?
        /// The port that it names; 0 for none.
        let port: UInt16
        /// True when a preliminary reply has come.
        var isRunning = false
    }

    private var entries: [Entry] = []
    private var head = 0
    /// Bytes of the arguments that are kept.
    private(set) var bytes = 0

    /// Commands that wait.
    var count: Int { entries.count - head }

    /// The one whose reply is next.
    var first: Entry? { head < entries.count ? entries[head] : nil }

    /// Adds a command.
    mutating func append(_ entry: Entry) {
        entries.append(entry)
        bytes += entry.command.argument.count
    }

    /// Notes a preliminary reply to the first.
    mutating func run() {
        if head < entries.count { entries[head].isRunning = true }
    }

    /// Takes the first. The array is moved up only when half of it is empty, so that a long queue costs no more
    /// than a short one.
    mutating func removeFirst() -> Entry? {
        guard let entry = first else { return nil }
        head += 1
        bytes -= entry.command.argument.count
        if head * 2 >= entries.count {
            entries.removeFirst(head)
            head = 0
        }
        return entry
    }
}
