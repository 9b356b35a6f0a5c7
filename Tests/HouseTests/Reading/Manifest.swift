/// What `Package.swift` says about the rooms: each with everything it depends on.
///
/// It reads the manifest's words, `room(…)`, `door(…)` and `.executableTarget(…)`, not what SwiftPM makes of them:
/// asking SwiftPM from inside `swift test` would wait for the lock that the test run holds.
struct Manifest {
    private(set) var rooms: [String: Set<String>] = [:]
    private(set) var doors: Set<String> = []

    init(_ tree: Tree) {
        let tokens = SwiftLexer(tree.text("Package.swift")).tokens
        for index in tokens.indices.dropLast() where tokens[index + 1].text == "(" {
            let arguments = Self.arguments(tokens[(index + 1)...])
            switch tokens[index].text {
            case "door": if let name = arguments.first?.string { doors.insert(name) }
            case "room": addRoom(arguments)
            case "executableTarget", "target": addTarget(arguments)
            default: break
            }
        }
    }

    /// The tokens between an opening parenthesis and its partner.
    private static func arguments(_ tokens: ArraySlice<SwiftToken>) -> [SwiftToken] {
        var depth = 0
        let inside = tokens.prefix { token in
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            return depth > 0
        }
        return Array(inside.dropFirst())
    }

    private mutating func addRoom(_ arguments: [SwiftToken]) {
        guard let name = arguments.first?.string else { return }
        let names = arguments.indices.dropFirst().filter { $0 < 2 || arguments[$0 - 2].text != "package" }
        rooms[name] = Set(names.compactMap { arguments[$0].string })
    }

    /// A target with a path of its own lives under `Tests` and is no room.
    private mutating func addTarget(_ arguments: [SwiftToken]) {
        guard arguments.count > 2, let name = arguments[2].string,
            !arguments.contains(where: { $0.text == "path" })
        else { return }
        let names = arguments.indices.dropFirst(3).filter { arguments[$0 - 2].text != "package" }
        rooms[name] = Set(names.compactMap { arguments[$0].string })
    }
}
