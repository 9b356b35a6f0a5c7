import Foundation

/// The system's word for what Foundation threw.
enum SystemWord {
    /// The word, in English.
    static func of(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
        return cause?.localizedDescription ?? error.localizedDescription
    }
}
