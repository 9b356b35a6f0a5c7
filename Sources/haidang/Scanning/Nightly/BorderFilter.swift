import NetTypes

/// Lets pass what a unit has to tell, and holds back what an earlier one has told: what was found in the file that is read
/// again before it, and, in a hunt, everything but what new rules and indicators found.
struct BorderFilter<Outlet: UnitOutlet>: FindingSink {
    /// Where the rest goes.
    var outlet: Outlet
    /// True while frames of the file before the first are read.
    var isBefore = false
    /// The last frame of that file; nil where there is none.
    var border: UInt64?

    private let hunt: HuntedRules?

    /// A filter of a unit; `hunt` is what is looked for in a hunt, nil for everything.
    init(_ outlet: Outlet, hunt: HuntedRules?) {
        self.outlet = outlet
        self.hunt = hunt
    }

    mutating func receive(_ finding: Finding) {
        guard !isBefore, isBehind(finding) else { return }
        if let hunt {
            guard case .detection(let detection) = finding, hunt.isWanted(detection) else { return }
        }
        outlet.receive(finding)
    }

    /// Whether a finding is of this unit. A match in a stream that ends before the border was found by the unit before;
    /// that of an object which ended behind it was not, as far as it was whole then.
    private func isBehind(_ finding: Finding) -> Bool {
        guard let border else { return true }
        switch finding {
        case .detection(let detection):
            let isPiece = [.stream, .segment, .datagram].contains(detection.object.kind)
            return !(isPiece || detection.indicator != nil) || detection.lastFrame > border
        case .flow(let flow): return flow.lastFrame > border
        case .file(let file): return file.lastFrame > border
        case .transaction(let transaction): return transaction.frame > border
        case .anomaly(let anomaly): return anomaly.frame.map { $0 > border } ?? true
        case .stream, .statistics: return true
        }
    }
}
