import Testing

/// One change to a sound house, and the one sentence that a rule must say about it.
struct Fault: Sendable, CustomTestStringConvertible {
    let path: String
    /// The file's new text; nil takes the file away.
    let text: String?
    let complaint: String

    init(_ path: String, _ text: String?, _ complaint: String) {
        self.path = path
        self.text = text
        self.complaint = complaint
    }

    var tree: Tree { Tree.sound(but: [path: text]) }
    var testDescription: String { complaint }

    /// So many lines of the same text.
    static func repeated(_ line: String, _ count: Int) -> String {
        Array(repeating: line, count: count).joined(separator: "\n") + "\n"
    }
}
