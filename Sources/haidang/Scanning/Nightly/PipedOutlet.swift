import NetTypes

/// Findings of a unit on their way to the thread that writes, some at a time.
final class PipedOutlet: UnitOutlet {
    /// Findings that are handed on together.
    private static let most = 128

    private let pipe: UnitPipe
    private var findings: [Finding] = []

    /// An outlet into a pipe.
    init(_ pipe: UnitPipe) {
        self.pipe = pipe
    }

    func begin(file: String, framesBefore: UInt64) {
        flush()
        pipe.put(.begin(file: file, framesBefore: framesBefore))
    }

    func receive(_ finding: Finding) {
        findings.append(finding)
        if findings.count >= Self.most { flush() }
    }

    /// Hands on what is gathered.
    func flush() {
        if findings.isEmpty { return }
        pipe.put(.findings(findings))
        findings = []
    }
}
