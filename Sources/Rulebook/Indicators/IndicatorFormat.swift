/// How a list is written.
public enum IndicatorFormat: String, Sendable {
    /// One indicator a line.
    case plain
    /// Records with columns (RFC 4180).
    case csv
    /// An export of MISP.
    case misp
    /// A bundle of STIX 2.
    case stix
}
