import NetTypes
import Scan
import Testing

/// Rules in memory.
enum Rules {
    /// A place with these files.
    static func place(_ files: [String: String]) -> RulePlace {
        .files(name: "pack", files.mapValues { Array($0.utf8) })
    }

    /// A rule with metadata.
    static func rule(_ name: String, tags: String = "", _ meta: String, condition: String = "$a") -> String {
        """
        rule \(name)\(tags.isEmpty ? "" : " : \(tags)") {
            meta:
                k = 1
                \(meta)
            strings: $a = "abcdef"
            condition: \(condition)
        }

        """
    }

    /// The identity of a rule with metadata, as the engine tells it.
    static func identity(
        _ meta: String, name: String = "r", tags: String = ""
    ) throws -> RuleIdentity {
        let files = place(["a.yar": rule(name, tags: tags, meta)])
        return try #require(try RuleSet.load(places: [files]).0.rules.first).identity
    }
}
