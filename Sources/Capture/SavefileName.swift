/// Which names in a folder are taken for savefiles.
enum SavefileName {
    private static let suffixes = [".pcap", ".pcapng", ".cap", ".trace", ".dmp"]
    private static let compressions = [".gz", ".zst", ".lz4", ".xz", ".bz2"]

    /// Whether a name has the suffix of a savefile, in capitals or not, possibly followed by the number that tcpdump
    /// (`x.pcap1`) or a log rotation (`x.pcap.1`) appends, and by the suffix of a compression.
    static func matches(_ name: String) -> Bool {
        var stem = withoutCompression(name.lowercased())
        if hasSavefileSuffix(stem) { return true }
        let digits = stem.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return false }
        stem.removeLast(digits.count)
        if stem.hasSuffix(".") { stem.removeLast() }
        return hasSavefileSuffix(stem)
    }

    /// A name without the suffix of a compression.
    static func withoutCompression(_ name: String) -> Substring {
        let lowered = name.lowercased()
        return name.dropLast(compressions.first(where: lowered.hasSuffix)?.count ?? 0)
    }

    /// Whether a name ends with the suffix of a savefile, in capitals or not, and perhaps a dot.
    static func hasSuffix(_ name: String) -> Bool {
        let lowered = name.lowercased()
        return hasSavefileSuffix(lowered.hasSuffix(".") ? lowered.dropLast() : lowered[...])
    }

    private static func hasSavefileSuffix(_ name: Substring) -> Bool {
        suffixes.contains(where: name.hasSuffix)
    }
}
