import Foundation
import NetTypes

/// Compares a case folder with its manifest, and that with its custody log.
public enum CaseVerifier {
    /// Files and folders that are looked at; a folder with more was not made by us.
    static let mostFiles = 100_000

    /// Looks at every byte of a folder. `anchor` is a hash that somebody kept when the case was exported or last
    /// viewed: the log has to have a line of that hash.
    ///
    /// Throws `notACase` for a folder with neither manifest nor custody log, and `unreadable` for one that cannot be
    /// read at all. Everything else is a fault of the verdict.
    public static func verify(
        _ folder: String, anchor: String? = nil
    ) throws(EvidenceError) -> CaseVerdict {
        let present = try files(in: folder)
        guard present[CaseManifest.name] != nil || present[CustodyLog.name] != nil else {
            throw .notACase(path: folder)
        }
        var faults: [EvidenceFault] = []
        let log = readOwn(CustodyLog.name, in: folder, limit: CustodyLog.largest, &faults)
        let head = readOwn(CustodyLog.headName, in: folder, limit: 1024, &faults)
        var custody: [CustodyEntry] = []
        if let log {
            let chain = CustodyChain(log, head: head)
            custody = chain.entries
            faults += chain.faults
        }
        if let anchor, !custody.contains(where: { $0.hash == anchor.lowercased() }) {
            faults.append(EvidenceFault(path: CustodyLog.name, line: nil, kind: .unknownAnchor))
        }
        let bytes = readOwn(CaseManifest.name, in: folder, limit: CaseManifest.largest, &faults)
        let manifest = bytes.flatMap { CaseManifest($0) }
        if let bytes {
            let isNamed = custody.first?.manifest == Digest.of(bytes.span).hexadecimal
            // Where the line that names it was lost, that is the fault.
            let isKnown = custody.first?.seq == 1
            if isKnown && !isNamed || manifest == nil {
                faults.append(EvidenceFault(path: CaseManifest.name, line: nil, kind: .otherManifest))
            }
        }
        if let manifest { faults += compare(manifest, present, folder) }
        var seen: Set<EvidenceFault> = []
        let ordered = faults.filter { seen.insert($0).inserted }
            .sorted { ($0.path, $0.line ?? 0, $0.kind.rawValue) < ($1.path, $1.line ?? 0, $1.kind.rawValue) }
        return CaseVerdict(faults: ordered, manifest: manifest, custody: custody)
    }

    /// The bytes of one of the three files that no manifest names.
    private static func readOwn(
        _ name: String, in folder: String, limit: Int, _ faults: inout [EvidenceFault]
    ) -> [UInt8]? {
        let type = CaseReading.type(folder + "/" + name)
        guard type == .typeRegular else {
            faults.append(EvidenceFault(path: name, line: nil, kind: type == nil ? .missing : .notAFile))
            return nil
        }
        do throws(EvidenceError) {
            return try CaseReading.bytes(folder + "/" + name, named: name, limit: limit)
        } catch {
            faults.append(EvidenceFault(path: name, line: nil, kind: .unreadable))
            return nil
        }
    }

    private static func compare(
        _ manifest: CaseManifest, _ present: [String: FileAttributeType], _ folder: String
    ) -> [EvidenceFault] {
        var faults: [EvidenceFault] = []
        var named: Set<String> = []
        for file in manifest.files {
            func complain(_ kind: EvidenceFault.Kind) {
                faults.append(EvidenceFault(path: file.path, line: nil, kind: kind))
            }
            guard isInside(file.path), !own.contains(file.path), named.insert(file.path).inserted else {
                complain(.badName)
                continue
            }
            guard let type = present[file.path] else {
                complain(.missing)
                continue
            }
            guard type == .typeRegular else {
                complain(.notAFile)
                continue
            }
            do throws(EvidenceError) {
                let found = try CaseReading.measure(folder + "/" + file.path, named: file.path)
                if found.size != file.size || found.sha256 != file.sha256 { complain(.changed) }
            } catch {
                complain(.unreadable)
            }
        }
        let folders = Set(CaseFolder.folders)
        for (path, type) in present where !named.contains(path) && !own.contains(path) {
            if type == .typeDirectory, folders.contains(path) { continue }
            faults.append(EvidenceFault(path: path, line: nil, kind: .added))
        }
        return faults
    }

    private static let own: Set<String> = [CaseManifest.name, CustodyLog.name, CustodyLog.headName]

    /// True for a path that stays below the folder, whatever a manifest of unknown origin says.
    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    }

    /// What is in a folder and below, by path; links are not followed.
    private static func files(in folder: String) throws(EvidenceError) -> [String: FileAttributeType] {
        var found: [String: FileAttributeType] = [:]
        var waiting = [""]
        while let inner = waiting.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: folder + "/" + inner)
            } catch {
                if inner.isEmpty { throw .unreadable(path: folder, reason: CaseWriter.reason(error)) }
                continue
            }
            for name in names {
                let path = inner.isEmpty ? name : inner + "/" + name
                let type = CaseReading.type(folder + "/" + path) ?? .typeUnknown
                found[path] = type
                if type == .typeDirectory { waiting.append(path) }
            }
            if found.count > mostFiles {
                throw .unreadable(path: folder, reason: "it holds more than \(mostFiles) files")
            }
        }
        return found
    }
}
