import Foundation

/// The objects of a list in JSON.
enum JSONList {
    /// What kind of list it is, and what lies in it.
    enum Content {
        /// Attributes of MISP with what is said of their event.
        case misp([MISPEvent])
        /// Objects of a STIX bundle.
        case stix([[String: Any]])
    }

    /// Reads a file; nil when it is JSON and no list that we know. Throws the reason, a clause in English, when it is
    /// none.
    static func content(_ bytes: [UInt8], depth: Int) throws(Damage) -> Content? {
        if nesting(bytes, atMost: depth) > depth { throw Damage(reason: "it is nested too deep") }
        guard let root = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
        else {
            throw Damage(reason: "it is no JSON")
        }
        if let object = root as? [String: Any] {
            if let objects = object["objects"] as? [Any], object["type"] as? String == "bundle" {
                return .stix(objects.compactMap { $0 as? [String: Any] })
            }
            if object["type"] as? String == "indicator" { return .stix([object]) }
        }
        let events = MISPEvent.events(in: root)
        if !events.isEmpty { return .misp(events) }
        // A list of STIX objects without its bundle.
        if let objects = root as? [[String: Any]], objects.contains(where: { $0["pattern"] != nil }) {
            return .stix(objects)
        }
        return nil
    }

    /// Why a file is no JSON.
    struct Damage: Error {
        let reason: String
    }

    /// How deep lists and objects lie inside each other, as far as somebody wants to know. Brackets in texts do not
    /// count.
    private static func nesting(_ bytes: [UInt8], atMost limit: Int) -> Int {
        var (depth, deepest) = (0, 0)
        var (isText, isEscaped) = (false, false)
        for byte in bytes {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
                if deepest > limit { return deepest }
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
