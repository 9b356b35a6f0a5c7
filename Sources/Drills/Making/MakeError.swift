import Capture
import Scan

/// Why no drill was made. Nothing was written then.
public enum MakeError: Error, Equatable, Sendable {
    /// The capture cannot be read.
    case capture(CaptureError)
    /// The rules cannot be used.
    case rules(RuleError)
    /// Neither the list of alerts nor the engine names a flow.
    case noAlerts
    /// No frame of the capture lies between the hosts of the alerts.
    case nothingTaken
    /// The engine finds nothing in what was taken, so that there is nothing to detect.
    case nothingFound
    /// More bytes would be taken than the limit says.
    case tooLarge(limit: Int)
    /// The capture has more addresses than the limit says.
    case tooManyAddresses(limit: Int)
    /// A text to be replaced is shorter, or longer, than can be replaced.
    case unusableText(String)
    /// More texts than the limit says.
    case tooManyTexts(limit: Int)
    /// Under no key that was tried all replacements differ from all originals.
    case noKey(tries: Int)
    /// What was found in the original is not found in the drill.
    case lost([LostDetection])
    /// Somebody asked to stop.
    case interrupted
    /// An original is left even after the flows that held one were left out.
    case leak(String)
}
