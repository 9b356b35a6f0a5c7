import NetTypes

/// What an `alert` line of an event log says about where it was found. Lines of other programs that write the same
/// schema are read too.
public struct AlertReference: Equatable, Sendable {
    /// The sender of what was found.
    public let source: IPAddress
    /// Its receiver.
    public let destination: IPAddress

    /// The reference in a line; nil for a line that is no alert, or does not name two addresses.
    public init?(line: String) {
        // Most lines of a log are something else, and reading them whole would take most of the time.
        guard line.contains("\"alert\""), let node = EventNode(line: line),
            node.words("event_type") == "alert",
            let source = node.words("src_ip").flatMap({ IPAddress($0) }),
            let destination = node.words("dest_ip").flatMap({ IPAddress($0) })
        else { return nil }
        self.source = source
        self.destination = destination
    }
}
