/// Arrows point down: what a room imports is what the table of rooms and the manifest say, no more and no less.
enum ImportRules {
    /// What the toolchain brings; the words a floor may not use are another rule's business.
    static let toolchain: Set = ["Foundation", "Glibc", "Synchronization", "Dispatch"]
    /// A room with fewer files is still being built, and need not use every arrow it has been given.
    static let furnished = 5

    static func violations(in tree: Tree) -> [String] {
        let table = RoomTable(tree)
        return unknownRooms(tree, table) + wrongImports(tree, table) + unusedArrows(tree, table)
            + sharedDoors(tree) + manifestDifferences(tree, table) + circles(table)
    }

    private static func imports(of room: String, in tree: Tree) -> Set<String> {
        Set(tree.sources.filter { $0.room == room }.flatMap { $0.imports.map(\.module) })
    }

    private static func unknownRooms(_ tree: Tree, _ table: RoomTable) -> [String] {
        tree.rooms.filter { table[$0] == nil }.map { "\($0) is not in the table of rooms" }
            + table.rooms.filter { !tree.rooms.contains($0.name) }.map { "\($0.name) has no folder" }
    }

    private static func wrongImports(_ tree: Tree, _ table: RoomTable) -> [String] {
        tree.sources.flatMap { file in
            let room = table[file.room]
            let allowed = toolchain.union(room?.ours ?? []).union(room?.theirs ?? [])
            return file.imports.filter { !allowed.contains($0.module) }.map {
                "\(file.path):\($0.line): \(file.room) may not import \($0.module)"
            }
        }
    }

    private static func unusedArrows(_ tree: Tree, _ table: RoomTable) -> [String] {
        table.rooms.filter { room in tree.sources.count { $0.room == room.name } >= furnished }.flatMap {
            room in
            room.ours.union(room.theirs).subtracting(imports(of: room.name, in: tree)).sorted().map {
                "\(room.name) never imports \($0), which the table lets it"
            }
        }
    }

    /// Libraries that several rooms ask different things of: pages of a file that may be cut, bodies that may be
    /// bombs, and a zip that is written. A room in between would only pass calls on (`docs/ARCHITECTURE.md`).
    static let shared: [String: [String]] = [
        "CArchive": ["AppLayer", "Capture", "Incidents"], "CZlib": ["AppLayer", "Capture"],
    ]

    /// What is neither a room nor the toolchain's comes in through one room only, or those that are named.
    private static func sharedDoors(_ tree: Tree) -> [String] {
        var owners: [String: Set<String>] = [:]
        for room in tree.rooms {
            for module in imports(of: room, in: tree).subtracting(toolchain).subtracting(tree.rooms) {
                owners[module, default: []].insert(room)
            }
        }
        return owners.keys.sorted().compactMap { module in
            let rooms = owners[module, default: []].sorted()
            if shared[module] == rooms { return nil }
            return rooms.count > 1 ? "\(module) is imported by \(rooms.joined(separator: " and "))" : nil
        }
    }

    private static func manifestDifferences(_ tree: Tree, _ table: RoomTable) -> [String] {
        let manifest = Manifest(tree)
        let names = Set(table.rooms.map(\.name)).union(manifest.rooms.keys).sorted()
        let rooms = names.filter { name in
            table[name].map { $0.ours.union($0.theirs) } != manifest.rooms[name]
        }
        let opened = Set(table.rooms.flatMap(\.theirs))
        return rooms.map { "\($0): the manifest and the table of rooms differ" }
            + manifest.doors.subtracting(opened).sorted().map { "\($0) is a door that no room opens" }
    }

    private static func circles(_ table: RoomTable) -> [String] {
        table.rooms.map(\.name).filter { reachable(from: $0, table).contains($0) }.map {
            "\($0) imports itself by a circle"
        }
    }

    private static func reachable(from room: String, _ table: RoomTable) -> Set<String> {
        var reached: Set<String> = []
        var waiting = table[room]?.ours ?? []
        while let next = waiting.popFirst() {
            guard reached.insert(next).inserted else { continue }
            waiting.formUnion(table[next]?.ours ?? [])
        }
        return reached
    }
}
