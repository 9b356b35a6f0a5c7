import Capture
import Scan

/// Why the cost of rules could not be measured.
public enum CostError: Error, Equatable, Sendable {
    /// A savefile of the corpus cannot be read.
    case capture(CaptureError)
    /// There is no memory for a scanner.
    case rules(RuleError)
}
