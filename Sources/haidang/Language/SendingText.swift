import Drills
import NetTypes

/// What is said of drills that are sent to an interface.
enum SendingText: Text {
    /// An interface that a drill may not be sent to, or that another drill has.
    case refused(InterfaceRefusal), busy(String)
    /// What was sent, what was not, and what kept it from being sent.
    case sent(SendingAccount, interface: String), unsent(SendingAccount), sendingError(SendingError)
    case sentSoFar(UInt64, of: UInt64), judgeLater(folder: String)
}

extension SendingText {
    /// Counts of what was not sent, those that are not 0, each before its word.
    static func list(_ account: SendingAccount, _ words: [String]) -> String {
        let counts = [account.cut, account.tooLong, account.otherLink, account.refused, account.unsent]
        let parts = zip(counts, words).filter { $0.0 > 0 }.map { "\(Number.grouped($0.0)) \($0.1)" }
        return (parts + [account.partial.map { Escaping.shown($0) }].compactMap { $0 }).joined(
            separator: ", ")
    }
}
