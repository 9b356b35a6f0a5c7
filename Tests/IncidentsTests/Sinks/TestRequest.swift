/// A request of HTTP as a test's server has read it.
struct TestRequest: Sendable {
    var line: String
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    /// Reads one; nil when there will be none.
    init?(_ connection: TestConnection) {
        guard let first = connection.line() else { return nil }
        line = first
        while let header = connection.line(), !header.isEmpty {
            let parts = header.split(separator: ":", maxSplits: 1).map(String.init)
            headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
        }
        guard let body = connection.take(Int(headers["content-length"] ?? "") ?? 0) else { return nil }
        self.body = body
    }
}
