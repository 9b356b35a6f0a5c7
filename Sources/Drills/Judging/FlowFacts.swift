import Incidents
import NetTypes

/// What the event log knows of a flow in which something was to be found: why it could be seen, or could not.
public struct FlowFacts: Equatable, Sendable {
    /// The flow's client.
    public var client: Endpoint
    /// The flow's server.
    public var server: Endpoint
    /// Its Community ID; empty without one.
    public var communityID = ""
    /// What it speaks, in the words of the event log; empty where that is not known.
    public var application: String
    /// Stream bytes that never came, both ways.
    public var gapBytes: Int64
    /// Objects in it that were not scanned whole.
    public var truncatedObjects = 0

    /// Protocols whose content a sensor without keys cannot see.
    private static let encrypted: Set = ["tls", "ssh", "quic"]

    /// True where its content was encrypted.
    public var isEncrypted: Bool { Self.encrypted.contains(application) }

    /// A flow from its `flow` event; nil for any other.
    init?(_ event: LoggedEvent) {
        guard event.type == "flow", let client = event.endpoint("src"), let server = event.endpoint("dest")
        else { return nil }
        (self.client, self.server) = (client, server)
        application = event.text("app_proto") ?? ""
        communityID = event.text("community_id") ?? ""
        let gaps = ["haidang.gap_bytes_toserver", "haidang.gap_bytes_toclient"]
        gapBytes = gaps.reduce(0) { $0 &+ max(0, event.number($1) ?? 0) }
    }
}
