/// Unsafe has addresses: raw memory is named only in the files that the architecture lists, each with its reason.
enum UnsafeRules {
    static func violations(in tree: Tree) -> [String] {
        let listed = RoomTable(tree).unsafeFiles
        let users = Set(tree.sources.filter { !unsafeTokens($0).isEmpty }.map(\.path))
        let unlisted = tree.sources.filter { listed[$0.path] == nil }.flatMap { file in
            unsafeTokens(file).prefix(1).map {
                "\(file.path):\($0.line): \($0.text) outside the unsafe addresses"
            }
        }
        let stale = listed.keys.filter { !users.contains($0) }.sorted()
        return unlisted + stale.map { "\($0) is listed as unsafe and names no raw memory" }
            + listed.keys.filter { listed[$0]?.isEmpty == true }.map { "\($0) is listed without a reason" }
            + tree.swift.flatMap(unexplainedConformances)
    }

    static func unsafeTokens(_ file: SwiftFile) -> [SwiftToken] {
        let unchecked = Set(file.lines(of: ["@", "unchecked", "Sendable"]))
        return file.tokens.filter { token in
            ["unsafe", "Unmanaged", "OpaquePointer"].contains(token.text)
                || ["Unsafe", "withUnsafe", "unsafeBitCast", "AutoreleasingUnsafe"].contains {
                    token.text.hasPrefix($0)
                }
                || token.text == "unchecked" && unchecked.contains(token.line)
        }
    }

    /// `@unchecked Sendable` says why in a comment on the next line.
    private static func unexplainedConformances(_ file: SwiftFile) -> [String] {
        file.lines(of: ["@", "unchecked", "Sendable"]).filter { line in
            line >= file.lines.count || !file.lines[line].drop { $0 == " " }.hasPrefix("//")
        }
        .map { "\(file.path):\($0): @unchecked Sendable without its reason on the next line" }
    }
}
