import Foundation
import NetTypes

extension Timestamp {
    /// The wall clock, to the microsecond.
    static var now: Timestamp {
        Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1_000_000) * 1_000)
    }
}
