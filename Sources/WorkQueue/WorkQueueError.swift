/// What can be wrong with work that machines share.
public enum WorkQueueError: Error, Equatable, Sendable {
    /// This program was built where there was no libnats.
    case notBuiltIn
    /// An address cannot be read; the reason says what is wrong with it, without its password.
    case address(reason: String)
    /// No server was reached that lets us in and has streams.
    case cannotConnect(reason: String)
    /// Another leader has the work list; the name that it gave itself.
    case held(by: String)
    /// The leader has ended the work list, and its streams are gone.
    case over
    /// Servers gave no answer for as long as the limits say.
    case timedOut
    /// A server answers with an error that trying again did not mend, or what it kept is not whole.
    case lost(reason: String)
    /// More bytes than a message of the server may have; the most that it takes.
    case tooLarge(limit: Int)
    /// An id that is not 1 to 64 small letters and digits.
    case badID(String)
}
