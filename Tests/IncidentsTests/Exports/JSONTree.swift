import Foundation
import Testing

/// JSON as Foundation reads it, for tests that look into what was written.
enum JSONTree {
    /// The object of a text; a failure of the test when it is none.
    static func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The objects of lines, each of which must end in a newline.
    static func lines(_ text: String) throws -> [[String: Any]] {
        #expect(text.hasSuffix("\n"))
        return try text.split(separator: "\n").map { try object(String($0)) }
    }

    /// The value at a path of keys.
    static func value(_ object: [String: Any]?, _ path: String...) -> Any? {
        var value: Any? = object
        for key in path { value = (value as? [String: Any])?[key] }
        return value
    }

    /// The list of objects under a key.
    static func list(_ object: [String: Any], _ key: String) -> [[String: Any]] {
        object[key] as? [[String: Any]] ?? []
    }
}
