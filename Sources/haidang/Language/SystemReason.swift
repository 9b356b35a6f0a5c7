import Foundation
import Glibc

/// The system's word for what went wrong, or that of a lower room, in the language of the person.
enum SystemReason {
    /// The text of an error number.
    static func text(_ number: Int32) -> String {
        // Safe: the pointer is to a string of the C library that lives until the next call; it is copied at once.
        translated(unsafe String(cString: strerror(number)))
    }

    /// The text of what Foundation threw: the system's word where it knows it.
    static func text(of error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
        return cause.map { text(Int32($0.code.rawValue)) } ?? translated(error.localizedDescription)
    }

    /// A reason as a lower room gave it (it speaks the system's English), translated where it is a common one.
    static func translated(_ reason: String, _ language: Language = .current) -> String {
        let plain = Escaping.shown(reason)
        return language == .vietnamese ? Pattern.apply(vietnamese, to: plain) : plain
    }
}
