import NetTypes
import Rulebook
import Scan

/// Paths on the command line or in the configuration, as places that rules can be loaded from.
enum RulePlaces {
    /// A bundle is verified and unpacked in memory. When settings name a key, every path must be a bundle by that key.
    static func open(_ paths: [String], _ settings: Settings) throws(CommandError) -> [RulePlace] {
        let key = try settings.rulesKey.isEmpty ? nil : verifyingKey(settings.rulesKey)
        do throws(BundleFailure) {
            return try BundleFile.places(paths, trusting: key)
        } catch {
            throw .bundle(error)
        }
    }

    /// The public half of a key, from its file.
    static func verifyingKey(_ path: String) throws(CommandError) -> VerifyingKey {
        do throws(BundleError) {
            return try BundleFile.verifyingKey(path)
        } catch {
            throw .bundle(BundleFailure(path: path, error: error))
        }
    }
}
