/// An indicator that was left out, and why.
public struct IndicatorProblem: Equatable, Sendable {
    /// The file.
    public var file: String
    /// The line from 1; in JSON the position among the file's indicators, from 1.
    public var line: Int
    /// Why.
    public var reason: Reason

    /// Why an indicator was left out.
    public enum Reason: Equatable, Sendable {
        /// It has the form of nothing that is looked for; the text is what stands there, its first bytes.
        case unknownForm(String)
        /// It is not of the form that its type has.
        case notOfType(type: String, String)
        /// It is of a type that the sensor does not see.
        case unsupported(type: String)
        /// Its severity is none: not 1 to 4, and none of `critical`, `high`, `medium`, `low`.
        case badSeverity(String)
        /// Its date is none.
        case badDate(String)
        /// It is longer than a line may be.
        case tooLong(limit: Int)
        /// A quotation mark is missing, or stands where none may be.
        case badQuotes
        /// There are as many as are taken.
        case tooMany(limit: Int)
    }

    /// True for what no list can be blamed for: it is in order, and we do not look for it.
    public var isUnsupported: Bool {
        if case .unsupported = reason { return true }
        return false
    }
}
