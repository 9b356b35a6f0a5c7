/// Why something cannot be entered into a logbook as an action.
public enum ActionProblem: Error, Equatable, Sendable {
    /// It is not said what was done.
    case noTitle
    /// It is not said from where, or to what.
    case noSource, noTarget
    /// It ends before it begins.
    case endsBeforeStart
    /// This is neither an address nor a network.
    case badAddress(String)
    /// This is no point in time.
    case badTime(String)
    /// This is no port from 1 to 65,535.
    case badPort(String)
    /// This is no technique of ATT&CK, such as T1190 or T1505.003.
    case badTechnique(String)
    /// This is none of the results.
    case badResult(String)
    /// There are more addresses or pieces of evidence than fit.
    case tooMany(limit: Int)
    /// A text has more bytes than fit.
    case textTooLong(limit: Int)
}
