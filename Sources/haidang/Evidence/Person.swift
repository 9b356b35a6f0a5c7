import Foundation
import Glibc

/// Who uses the program.
enum Person {
    /// The login name; where root was become by sudo, the name of who became it.
    static var current: String {
        let name = ProcessInfo.processInfo.userName
        let before = ProcessInfo.processInfo.environment["SUDO_USER"] ?? ""
        return geteuid() == 0 && !before.isEmpty ? before : name
    }
}
