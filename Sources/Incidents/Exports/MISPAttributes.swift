/// Attributes of an event of MISP, each type and value once, in the order in which they were added.
struct MISPAttributes {
    private(set) var values: [ExportValue] = []
    private let event: String
    private let timestamp: String
    private var known: Set<String> = []

    /// No attributes of an event yet; the time is that of its last change, in seconds since 1970.
    init(event: String, timestamp: String) {
        self.event = event
        self.timestamp = timestamp
    }

    /// Adds one. `forDetection` (`to_ids`) is true for what receivers are to look for by machine; a value that is whole
    /// is never cut.
    mutating func add(
        _ type: String, _ category: String, _ value: String, _ comment: String, forDetection: Bool,
        isWhole: Bool = false
    ) {
        let value = isWhole ? value : value.shortened()
        let uuid = NamedUUID("misp", "attribute", event, type, value).description
        guard !value.isEmpty, known.insert(uuid).inserted else { return }
        values.append(
            .object([
                "uuid": .text(uuid), "type": .text(type), "category": .text(category),
                "to_ids": .flag(forDetection), "event_id": "1", "distribution": "0",
                "timestamp": .text(timestamp), "deleted": false, "value": .text(value),
                "comment": .text(comment.shortened()),
            ]))
    }
}
