import Foundation
import NetTypes
import Scan

/// Bundles and keys on disk.
public enum BundleFile {
    /// The places that paths on the command line stand for: a bundle is unpacked in memory, anything else is itself.
    /// With a key every path must be a bundle that was signed by it.
    ///
    /// Throws what is wrong with the first path that cannot be used, and that path.
    public static func places(
        _ paths: [String], trusting key: VerifyingKey?
    ) throws(BundleFailure) -> [RulePlace] {
        var places: [RulePlace] = []
        for path in paths {
            do throws(BundleError) {
                if isBundle(path) {
                    places.append(try read(path, trusting: key).place(path))
                } else if key == nil {
                    places.append(.path(path))
                } else {
                    throw .unsigned
                }
            } catch {
                throw BundleFailure(path: path, error: error)
            }
        }
        return places
    }

    /// True for a regular file that begins as a bundle does.
    public static func isBundle(_ path: String) -> Bool {
        // A pipe would wait for a writer.
        let type = try? FileManager.default.attributesOfItem(atPath: real(path))[.type] as? FileAttributeType
        guard type == .typeRegular, let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: RuleBundle.magic.count)).map { Array($0) } == RuleBundle.magic
    }

    /// Reads and verifies a bundle.
    public static func read(
        _ path: String, trusting key: VerifyingKey?
    ) throws(BundleError) -> RuleBundle {
        try RuleBundle(try bytes(path, limit: RuleBundle.mostBytes), trusting: key)
    }

    /// Reads the public half of a key.
    public static func verifyingKey(_ path: String) throws(BundleError) -> VerifyingKey {
        guard let key = KeyText.verifyingKey(try bytes(path, limit: 1 << 16)) else {
            throw .noKey(path: path)
        }
        return key
    }

    /// Reads the private half of a key.
    public static func signingKey(_ path: String) throws(BundleError) -> SigningKey {
        guard let key = KeyText.signingKey(try bytes(path, limit: 1 << 16)) else { throw .noKey(path: path) }
        return key
    }

    private static func real(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// All bytes of a file, at most `limit`.
    private static func bytes(_ path: String, limit: Int) throws(BundleError) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            let data = try file.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                throw BundleError.unreadable(reason: "is larger than the limit of \(limit >> 20) MiB")
            }
            return Array(data)
        } catch let error as BundleError {
            throw error
        } catch {
            throw .unreadable(reason: SystemWord.of(error))
        }
    }
}
