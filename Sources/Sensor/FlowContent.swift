import NetTypes

/// The content of one flow, both ways, and what events say of the flow.
struct FlowContent {
    /// Which flow; nil for a slot that is not in use.
    var context: FlowContext?
    /// From client to server.
    var toServer = StreamContent()
    /// From server to client.
    var toClient = StreamContent()
    /// True when a rule hit in it.
    var isAlerted = false

    subscript(direction: Direction) -> StreamContent {
        @inline(__always) _read {
            if direction == .toServer { yield toServer } else { yield toClient }
        }
        @inline(__always) _modify {
            if direction == .toServer { yield &toServer } else { yield &toClient }
        }
    }
}
