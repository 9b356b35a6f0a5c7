import NetTypes
import Testing

@testable import Scan

/// Compiles one source, in namespace `test`, file `test.yar`.
func compile(_ text: String, namespace: String = "test") throws -> (RuleSet, [RuleProblem]) {
    try RuleSet.compile([RuleSource(file: "\(namespace).yar", namespace: namespace, bytes: Array(text.utf8))])
}

/// Compiles a source that must have no problem.
func rules(_ text: String) throws -> RuleSet {
    let (set, problems) = try compile(text)
    #expect(problems.filter(\.isError) == [])
    return set
}

extension RuleSet {
    /// Scans bytes once, with a new scanner.
    func scan(
        _ bytes: [UInt8], _ variables: ScanVariables = ScanVariables(), base: UInt64 = 0,
        configuration: ScanConfiguration = ScanConfiguration()
    ) throws -> ScanOutcome {
        var scanner = try Scanner(self, configuration: configuration)
        return scanner.scan(bytes.span, variables, base: base)
    }

    /// The names of the rules that hit.
    func names(_ outcome: ScanOutcome) -> [String] {
        outcome.hits.map { rules[$0.rule].identity.name }
    }

    /// The names of the rules that hit a text.
    func hits(_ text: String, _ variables: ScanVariables = ScanVariables()) throws -> [String] {
        names(try scan(Array(text.utf8), variables))
    }
}
