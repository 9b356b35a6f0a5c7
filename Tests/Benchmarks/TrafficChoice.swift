/// A savefile to measure with.
struct TrafficChoice {
    let title: String
    /// What is in it.
    let what: String
    let path: String
}
