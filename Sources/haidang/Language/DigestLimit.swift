/// What kept a part of a file from being scanned, by the word that the ledger has for it.
enum DigestLimit: String, Text {
    case snapped = "bytes_snapped"
    case unknownLink = "frames_of_unknown_link_type"
    case fragments = "datagrams_over_limit"
    case limited = "streams_cut_by_limit"
    case timedOut = "scan_bytes_timed_out"
    case failed = "scan_bytes_failed"
    case objects = "object_bytes_over_limit"
    case unscannedObjects = "objects_not_scanned"
    case other

    /// Words as the ledger has them, in the language of a person; one that is not known is shown as it is.
    static func text(_ words: String, _ language: Language) -> String {
        words.split(separator: ", ").map { word in
            DigestLimit(rawValue: String(word))?.text(language) ?? Escaping.shown(String(word))
        }.joined(separator: "; ")
    }
}
