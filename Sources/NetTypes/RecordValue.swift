/// What a field of a record holds. A closed list: these are what JSON has, without fractions.
public indirect enum RecordValue: Equatable, Sendable {
    /// Text; what comes from traffic was decoded as UTF-8.
    case text(String)
    /// A number.
    case number(Int64)
    /// True or false.
    case flag(Bool)
    /// Several values in order.
    case list([RecordValue])
    /// Named values in order; names differ.
    case object([RecordField])

    /// Bytes of traffic that one text keeps at most.
    public static let longestText = 4096
}
