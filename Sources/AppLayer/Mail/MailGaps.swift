/// Where bytes of a mail are missing: positions among those that came.
struct MailGaps {
    private var positions: [UInt64] = []
    /// From here on there are too many gaps to tell where they are.
    private var lastKnown: UInt64?

    /// Gaps whose place is remembered; more come only from captures that lost most of the flow.
    private static let mostGaps = 64

    /// True without any gap.
    var isEmpty: Bool { positions.isEmpty }

    /// Remembers a gap.
    mutating func note(at position: UInt64) {
        if positions.count < Self.mostGaps {
            positions.append(position)
        } else if lastKnown == nil {
            lastKnown = position
        }
    }

    /// True when a range may have a gap in it or at one of its ends.
    func touch(_ range: Range<Int>) -> Bool {
        if let lastKnown, UInt64(clamping: range.upperBound) >= lastKnown { return true }
        return positions.contains {
            $0 >= UInt64(clamping: range.lowerBound) && $0 <= UInt64(clamping: range.upperBound)
        }
    }
}
