/// A stream as servers are told of it.
struct StreamConfiguration: Encodable, Sendable {
    /// The stream's name.
    let name: String
    /// The subjects whose messages it keeps.
    let subjects: [String]
    /// When messages go: `workqueue`, when they are acknowledged; `limits`, when they are too old or too many.
    var retention = "limits"
    /// Files, because a list is worth more than a server's memory.
    let storage = "file"
    /// On how many servers.
    var replicas = 3
    /// The most messages under one subject; -1 for any number.
    var mostOfSubject = -1
    /// Nanoseconds until a message goes by itself; 0 for never.
    var age: Int64 = 0
    /// Nanoseconds in which a message that is sent again is known by its id; 0 for what the server likes.
    var duplicates: Int64 = 0
    /// Any server of the stream may read messages for us.
    var isReadAnywhere = false

    private enum CodingKeys: String, CodingKey {
        case name, subjects, retention, storage
        case replicas = "num_replicas"
        case mostOfSubject = "max_msgs_per_subject"
        case age = "max_age"
        case duplicates = "duplicate_window"
        case isReadAnywhere = "allow_direct"
    }
}
