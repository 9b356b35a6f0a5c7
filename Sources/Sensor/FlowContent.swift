import NetTypes

/// What is kept of a flow for its detections; its bytes lie in two `StreamContent`.
struct FlowContent {
    /// Which flow, in the form events need; nil for a slot that is not in use.
    var context: FlowContext?
    /// True when a rule hit in it.
    var isAlerted = false
}
