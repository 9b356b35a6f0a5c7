/// What is said of the server of metrics.
enum MetricsNotice: Text {
    /// The option says no address.
    case noAddress(String)
    /// The address cannot be listened on, and why, in the system's words.
    case cannotListen(MetricsAddress, reason: String)
    /// Others than this machine can connect.
    case open(MetricsAddress)
    /// Where the metrics are.
    case serving(MetricsAddress)
}
