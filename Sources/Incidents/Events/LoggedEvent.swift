import NetTypes

/// One line of an event log, of ours or of another sensor that writes EVE, as it is read back.
///
/// Total: whatever the line, there is an answer. A path is names with dots between, as in `yara.object.name`; of a name
/// that comes twice the first counts.
public struct LoggedEvent: Sendable {
    private let node: EventNode

    private init(node: EventNode) { self.node = node }

    /// An event from its line, with or without the newline; nil for what is no object of JSON (RFC 8259), or nested
    /// deeper than 64.
    public init?(line: String) {
        guard let node = EventNode(line: line) else { return nil }
        self.node = node
    }

    /// Its `event_type`; empty where it has none.
    public var type: String { text("event_type") ?? "" }

    /// Its `timestamp`; nil where it has none, or one that is none.
    public var timestamp: Timestamp? { time("timestamp") }

    /// The text at a path; nil where there is something else or nothing.
    public func text(_ path: String) -> String? {
        if case .text(let text) = node.at(path) { text } else { nil }
    }

    /// The whole number at a path; nil for fractions, for what is beyond `Int64`, and for other values.
    public func number(_ path: String) -> Int64? {
        if case .literal(let text) = node.at(path) { Int64(text) } else { nil }
    }

    /// True or false at a path; nil where there is something else or nothing.
    public func flag(_ path: String) -> Bool? {
        switch node.at(path) {
        case .literal("true"): true
        case .literal("false"): false
        default: nil
        }
    }

    /// The texts in the list at a path, without its other values; a text that stands there alone is a list of one.
    public func texts(_ path: String) -> [String] {
        switch node.at(path) {
        case .text(let text): [text]
        case .array(let values): values.compactMap { if case .text(let text) = $0 { text } else { nil } }
        default: []
        }
    }

    /// The text that the objects in the list at a path have under a name, in order, without those that have none.
    public func texts(_ path: String, each name: String) -> [String] {
        guard case .array(let values) = node.at(path) else { return [] }
        return values.compactMap { if case .text(let text) = $0[name] { text } else { nil } }
    }

    /// The whole numbers that the objects in the list at a path have under a name, in order.
    public func numbers(_ path: String, each name: String) -> [Int64] {
        guard case .array(let values) = node.at(path) else { return [] }
        return values.compactMap { if case .literal(let text) = $0[name] { Int64(text) } else { nil } }
    }

    /// The objects in the list at a path, in order, without its other values.
    public func objects(_ path: String) -> [LoggedEvent] {
        guard case .array(let values) = node.at(path) else { return [] }
        return values.compactMap { if case .object = $0 { LoggedEvent(node: $0) } else { nil } }
    }

    /// The point in time at a path; nil where there is none with an offset from UTC.
    public func time(_ path: String) -> Timestamp? { text(path).flatMap { Timestamp($0) } }
}
