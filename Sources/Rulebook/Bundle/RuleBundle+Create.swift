import NetTypes
import Scan

extension RuleBundle {
    /// The bytes of a bundle of a folder: its rule files, and what they include. Its rules must all compile.
    ///
    /// The same folder, words, date and key give the same bytes. Throws `badName` for a file whose path a manifest
    /// cannot have, and `unreadable` for a folder.
    public static func create(
        folder: String, version: String, author: String, date: String, key: SigningKey?
    ) throws(BundleError) -> [UInt8] {
        for (word, text) in [("version", version), ("author", author), ("date", date)]
        where !BundleManifest.isWord(text) {
            throw .malformed(reason: "its \(word) says nothing")
        }
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        let reading: RuleReading
        do throws(RuleError) {
            reading = try RuleReading([.path(folder)])
        } catch {
            throw BundleError(error)
        }
        var files: [String: [UInt8]] = [:]
        let texts = reading.sources.map { ($0.file, $0.bytes) } + reading.included.map { ($0.path, $0.bytes) }
        for (path, bytes) in texts {
            // A file is named as an include names it, so the way there may have turns.
            guard path.hasPrefix(root), let name = plain(path.dropFirst(root.count)),
                BundleManifest.isGood(name)
            else { throw .badName(path: path) }
            files[name] = bytes
        }
        let entries = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { path in
            let bytes = files[path] ?? []
            return BundleManifest.Entry(
                path: path, size: bytes.count, sha256: Digest.of(bytes.span).hexadecimal)
        }
        let manifest = BundleManifest(
            version: version, author: author, date: date, ruleSet: try sha256(of: files),
            signer: key?.verifyingKey, entries: entries)
        return try bytes(manifest, files, key: key)
    }

    /// Compiles the files as they will be unpacked; the SHA-256 of their set.
    static func sha256(of files: [String: [UInt8]]) throws(BundleError) -> String {
        let loaded: (set: RuleSet, problems: [RuleProblem])
        do throws(RuleError) {
            loaded = try RuleSet.load(places: [.files(name: "bundle", files)])
        } catch {
            throw BundleError(error)
        }
        let errors = loaded.problems.count { $0.isError }
        guard errors == 0 else { throw .brokenRules(errors) }
        return loaded.set.sha256
    }

    /// A path without `.` and `..`; nil when it leads out.
    private static func plain(_ path: Substring) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// Compiles the rules and holds the set against the manifest. Rules that this machine's libyara does not know are
    /// no lie of the manifest, and are left to whoever loads them.
    public func verifyRules() throws(BundleError) {
        do throws(BundleError) {
            guard try Self.sha256(of: files) == manifest.ruleSet else { throw .otherRules }
        } catch .brokenRules {
            return
        }
    }
}

extension BundleError {
    /// What is wrong with rules, as what is wrong with their bundle.
    init(_ error: RuleError) {
        switch error {
        case .missing(let path): self = .unreadable(reason: "there is no \(path)")
        case .unreadable(_, let reason), .engine(let reason): self = .unreadable(reason: reason)
        case .noRules: self = .unreadable(reason: "there is no rule file in it")
        }
    }
}
