import NetTypes

/// Keeps the findings that the rows of a view are made of, for one file at a time.
struct InspectSink: FindingSink {
    /// The flows that ended.
    private(set) var flows: [FlowRecord] = []
    /// The streams that ended.
    private(set) var streams: [StreamRecord] = []
    /// The objects that ended.
    private(set) var files: [FileRecord] = []
    /// The exchanges that ended.
    private(set) var transactions: [Transaction] = []

    private let view: InspectView
    private let folder: ObjectFolder?

    /// A sink for a view; objects are written to the folder, when there is one.
    init(_ view: InspectView, _ folder: ObjectFolder?) {
        self.view = view
        self.folder = folder
    }

    /// Keeps a finding that the view needs.
    mutating func receive(_ finding: Finding) {
        switch (finding, view) {
        case (.flow(let flow), .flows): flows.append(flow)
        case (.stream(let stream), .streams): streams.append(stream)
        case (.file(var file), .objects):
            if let folder, let content = file.content { folder.write(content) }
            file.content = nil
            files.append(file)
        case (.transaction(let transaction), .transactions): transactions.append(transaction)
        default: break
        }
    }
}
