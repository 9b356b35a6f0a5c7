/// Frames that were lost while a file was captured, as far as it says so itself: over all of its sections, of each interface
/// what its last statement says.
struct ReportedLosses {
    /// The most that a file is believed to have lost. It is a claim of the file, and sums over any number of files have to
    /// stay numbers; no capture that ends loses more.
    static let most: UInt64 = 1 << 40

    /// What the sections before this one came to.
    private var before: UInt64 = 0
    /// The latest statement about each interface of this section.
    private var latest: [UInt64] = []

    /// Takes in a statement; `interfaces` is how many there are, and one about another is passed over.
    mutating func take(_ losses: InterfaceLosses, interfaces: Int) {
        guard losses.interface < interfaces else { return }
        while latest.count <= losses.interface { latest.append(0) }
        latest[losses.interface] = losses.lost
    }

    /// Another section begins, with interfaces of its own.
    mutating func beginSection() {
        before = total
        latest = []
    }

    /// What it all comes to, `most` at the most.
    var total: UInt64 {
        min(Self.most, latest.reduce(before, InterfaceLosses.sum))
    }
}
