import Flow

/// Decides which payload a capture thread leaves out under pressure: first what is encrypted, and at last what lies deep in a
/// long stream. Headers are always handed over, so that every flow and all that it transfers is counted.
struct Shedding {
    /// Why payload is left out.
    enum Reason {
        case encrypted
        case deep
    }

    private var depths: StreamDepths
    private let limit: StreamLimit

    init(_ configuration: PipelineConfiguration, _ hash: KeyedHash) {
        depths = StreamDepths(hash)
        limit = StreamLimit(configuration)
    }

    /// Why the payload of a segment is left out; nil when it is handed over. `step` is how full the ring of its worker is,
    /// `encrypted` what that has marked. To be asked of every segment, since it counts them.
    mutating func reason(_ segment: TCPPayload, step: Int?, _ encrypted: ShedTable) -> Reason? {
        let before = depths.add(segment)
        guard let step, segment.maySkip else { return nil }
        if encrypted.isMarked(segment.flow) { return .encrypted }
        guard let most = limit.bytes(step), before >= most else { return nil }
        return .deep
    }
}
