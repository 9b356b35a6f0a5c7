extension DigestNotice {
    var english: String {
        switch self {
        case .needsLedger: "a digest needs a ledger (--ledger FILE)"
        case .unknownFormat(let path):
            "\(Escaping.shown(path)): a digest is written to a file that ends in .txt, .html or .json"
        case .excludesJSON: "--digest - and --json exclude each other: both are for standard output"
        case .needsSinks: "to send a digest needs a list of sinks (--sinks FILE)"
        case .needsStore: "to send a digest needs a store of incidents (--store FILE), in which it waits"
        case .noSink(let name, let nearest):
            "there is no sink \(Escaping.shown(name))"
                + (nearest.map { "; did you mean \(Escaping.shown($0))?" } ?? "")
        case .failed(let sentence): "the digest: \(sentence)"
        case .queued(let sinks):
            "The digest waits for \(sinks.map(Escaping.shown).joined(separator: ", ")), and is sent by the next run."
        }
    }
}
