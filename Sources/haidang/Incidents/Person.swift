import Foundation

/// Who sits at the keyboard.
enum Person {
    /// The login name; of one who became root by sudo, his own.
    static var current: String {
        let environment = ProcessInfo.processInfo.environment
        if getuid() == 0, let name = environment["SUDO_USER"], !name.isEmpty { return name }
        return NSUserName()
    }
}
