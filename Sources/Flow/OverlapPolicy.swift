/// Which copy wins where two pieces of a stream or datagram overlap and neither has been delivered yet.
///
/// Receivers differ, and an attacker who knows that can show the sensor other bytes than the victim. The cases are
/// the classes that Shankar and Paxson (2003) and Novak and Sturges (2007) measured.
public enum OverlapPolicy: String, CaseIterable, Sendable {
    /// The copy that came first.
    case first
    /// The copy that came last.
    case last
    /// BSD, macOS, older Windows: the first, except where a later piece begins before it.
    case bsd
    /// HP JetDirect and some printers: the last, except where an earlier piece begins after it.
    case bsdRight = "bsd-right"
    /// Linux: as BSD, and also where a later piece begins at the same place and reaches further.
    case linux
    /// Windows since 2003: the first, except where a later piece begins before it and reaches further.
    case windows
    /// Solaris: the first, except where a later piece reaches further and does not begin after it.
    case solaris

    /// True when a later piece wins over an earlier one, in the bytes that both cover.
    ///
    /// Both ranges are those of the whole pieces as they came, not of what is left of them.
    @inlinable
    public func laterWins(earlier: Range<UInt64>, later: Range<UInt64>) -> Bool {
        switch self {
        case .first: false
        case .last: true
        case .bsd: later.lowerBound < earlier.lowerBound
        case .bsdRight: later.lowerBound >= earlier.lowerBound
        case .linux:
            later.lowerBound < earlier.lowerBound
                || later.lowerBound == earlier.lowerBound && later.upperBound > earlier.upperBound
        case .windows: later.lowerBound < earlier.lowerBound && later.upperBound > earlier.upperBound
        case .solaris: later.lowerBound <= earlier.lowerBound && later.upperBound > earlier.upperBound
        }
    }
}
