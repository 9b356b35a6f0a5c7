import Capture
import Scan

/// What this program is.
enum Version {
    /// The release, by semantic versioning.
    static let number = "0.1.0"

    /// One line with the libraries that findings depend on.
    static var line: String {
        "haidang \(number) (\(CaptureLibrary.version), libyara \(YaraLibrary.version))"
    }
}
