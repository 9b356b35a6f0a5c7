import NetTypes

/// The first part of a bundle, which says what the rest is: lines of text, in one form only.
public struct BundleManifest: Equatable, Sendable {
    /// A file in a bundle.
    public struct Entry: Equatable, Sendable {
        /// Its path below the folder that was packed.
        public let path: String
        /// Its bytes.
        public let size: Int
        /// Their SHA-256, hexadecimal.
        public let sha256: String
    }

    /// The first line, which no other file begins with.
    static let magic = "haidang-bundle 1\n"
    /// The most bytes that a manifest may have.
    static let mostBytes = 16 << 20
    /// The most bytes that a word in it may have.
    static let mostWord = 1024

    /// The version, as its maker numbers them.
    public let version: String
    /// Who made it.
    public let author: String
    /// When, as RFC 3339 writes it.
    public let date: String
    /// SHA-256 of the rule set, as a scan tells it.
    public let ruleSet: String
    /// The public key of its signature; nil when it bears none.
    public let signer: VerifyingKey?
    /// Its files, in the order of the bytes of their paths.
    public let entries: [Entry]

    /// The manifest as it stands in the file, an empty line at its end.
    var text: String {
        var text = Self.magic
        text += "version: \(version)\nauthor: \(author)\ndate: \(date)\nrule-set: \(ruleSet)\n"
        text += "signed-by: \(signer?.bytes.hexadecimal ?? "-")\nfiles: \(entries.count)\n"
        for entry in entries { text += "\(entry.sha256) \(entry.size) \(entry.path)\n" }
        return text + "\n"
    }

    /// A manifest from its parts.
    init(
        version: String, author: String, date: String, ruleSet: String, signer: VerifyingKey?,
        entries: [Entry]
    ) {
        self.version = version
        self.author = author
        self.date = date
        self.ruleSet = ruleSet
        self.signer = signer
        self.entries = entries
    }

    /// Reads the manifest at the beginning of a bundle, and how many bytes it has. Whatever would not be written again
    /// as it was read is refused, so that no two manifests say the same.
    static func read(_ bytes: [UInt8]) throws(BundleError) -> (manifest: BundleManifest, length: Int) {
        var lines = BundleLines(bytes)
        guard lines.next() == String(magic.dropLast()) else { throw .notABundle }
        let version = try lines.value("version")
        let author = try lines.value("author")
        let date = try lines.value("date")
        let ruleSet = try lines.value("rule-set")
        let signer = try lines.value("signed-by")
        let key = signer == "-" ? nil : BundleLines.bytes(signer).flatMap { VerifyingKey($0) }
        guard signer == "-" || key != nil else { throw .malformed(reason: "its key is none") }
        guard isDigest(ruleSet) else { throw .malformed(reason: "the digest of its rule set is none") }
        guard let count = BundleLines.number(try lines.value("files")), count <= RuleBundle.mostFiles else {
            throw .malformed(reason: "it says that it has too many files")
        }
        var entries: [Entry] = []
        for _ in 0..<count { entries.append(try entry(lines.next(), after: entries.last)) }
        guard lines.next() == "" else { throw .malformed(reason: "its manifest does not end") }
        let manifest = BundleManifest(
            version: version, author: author, date: date, ruleSet: ruleSet, signer: key, entries: entries)
        guard Array(manifest.text.utf8) == Array(bytes[..<lines.position]) else {
            throw .malformed(reason: "its manifest is not in the form that is written")
        }
        return (manifest, lines.position)
    }

    private static func entry(_ line: String?, after last: Entry?) throws(BundleError) -> Entry {
        let words = (line ?? "").split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        guard words.count == 3, isDigest(words[0]), let size = BundleLines.number(words[1]),
            size <= RuleBundle.mostFileBytes
        else { throw .malformed(reason: "a line of its manifest names no file") }
        guard isGood(words[2]) else { throw .badName(path: words[2]) }
        if let last, !last.path.utf8.lexicographicallyPrecedes(words[2].utf8) {
            throw .malformed(reason: "its files are not in order")
        }
        return Entry(path: words[2], size: size, sha256: words[0])
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && BundleLines.bytes(text)?.hexadecimal == text
    }

    /// A path that stays in its folder and is one line: no way up, no way from the top, no empty part, no control
    /// character, nothing that begins with a dot.
    static func isGood(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (1...mostWord).contains(path.utf8.count) && parts.allSatisfy { !$0.isEmpty && $0.first != "." }
            && isWord(path) && !path.contains("\\")
    }

    /// A text that may stand in a manifest: one line that is not empty, without controls.
    static func isWord(_ text: String) -> Bool {
        (1...mostWord).contains(text.utf8.count)
            && !text.unicodeScalars.contains { scalar in
                let category = scalar.properties.generalCategory
                return category == .control || category == .lineSeparator || category == .paragraphSeparator
                    || category == .format
            }
    }
}
