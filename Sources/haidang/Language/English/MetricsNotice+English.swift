extension MetricsNotice {
    var english: String {
        switch self {
        case .noAddress(let text):
            "'\(Escaping.shown(text))' is no address and port (such as 127.0.0.1:9464, [::1]:9464, 9464)"
        case .cannotListen(let address, let reason):
            "cannot listen on \(address) to serve metrics: \(SystemReason.translated(reason, .english))"
        case .open(let address):
            "the metrics at \(address) can be read from other machines too; keep them out, or use 127.0.0.1"
        case .serving(let address): "Metrics: http://\(address)/metrics"
        }
    }
}
