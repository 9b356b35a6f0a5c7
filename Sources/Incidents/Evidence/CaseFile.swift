import Foundation
import NetTypes

/// A file of a case folder while it is written: counted and digested as it grows.
final class CaseFile {
    private let path: String
    private let purpose: String
    private let writer: CaseWriter
    private let file: FileHandle
    private let digest = Digest(.sha256)
    private var size: UInt64 = 0

    init(_ path: String, _ purpose: String, _ file: FileHandle, _ writer: CaseWriter) {
        self.path = path
        self.purpose = purpose
        self.file = file
        self.writer = writer
    }

    /// Appends bytes. Throws `tooLarge` when the case then has more than it may, or the system's reason.
    func write(_ bytes: [UInt8]) throws(EvidenceError) {
        try writer.reserve(bytes.count)
        do {
            try file.write(contentsOf: Data(bytes))
        } catch {
            throw .cannotWrite(path: path, reason: CaseWriter.reason(error))
        }
        digest.update(bytes.span)
        size += UInt64(bytes.count)
    }

    /// Makes it lasting, and enters it into the manifest. Some file systems say only here that they are full.
    func close() throws(EvidenceError) {
        do {
            try file.synchronize()
            try file.close()
        } catch {
            throw .cannotWrite(path: path, reason: CaseWriter.reason(error))
        }
        writer.enter(
            CaseManifest.File(
                path: path, size: size, sha256: digest.finish().hexadecimal, purpose: purpose))
    }
}
