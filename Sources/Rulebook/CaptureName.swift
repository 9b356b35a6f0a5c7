/// The names by which a rule's metadata speaks of captures: folders below `captures/`, separated by commas.
enum CaptureName {
    /// The names in a text, without a leading `captures/` and trailing slashes.
    static func list(_ text: String) -> [String] {
        text.split { $0 == "," || $0 == " " }.map { plain(String($0)) }
    }

    /// A name without a leading `captures/` and trailing slashes.
    static func plain(_ name: String) -> String {
        let inside = name.hasPrefix("captures/") ? name.dropFirst("captures/".count) : name[...]
        return String(inside.reversed().drop { $0 == "/" }.reversed())
    }

    /// True for a folder that lies below the captures.
    static func isGood(_ name: String) -> Bool {
        let parts = plain(name).split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// True when there is a name and all are good.
    static func areGood(_ text: String) -> Bool {
        let names = list(text)
        return !names.isEmpty && names.allSatisfy(isGood)
    }
}
