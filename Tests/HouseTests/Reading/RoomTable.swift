/// What `docs/ARCHITECTURE.md` says about the rooms and about raw memory.
struct RoomTable {
    /// One row of the table of rooms.
    struct Room {
        let name: String
        let floor: String
        /// Rooms it may import.
        let ours: Set<String>
        /// C libraries and packages that only it may import.
        let theirs: Set<String>
    }

    static let page = "docs/ARCHITECTURE.md"
    let rooms: [Room]
    /// Files that may name raw memory, each with its reason.
    let unsafeFiles: [String: String]

    init(_ tree: Tree) {
        let page = tree.text(Self.page)
        rooms = MarkdownTable(under: "Rooms", in: page).rows.filter { $0.count == 5 }.map {
            Room(
                name: $0[0], floor: $0[1], ours: MarkdownTable.names($0[3]),
                theirs: MarkdownTable.names($0[4]))
        }
        let unsafeRows = MarkdownTable(under: "Unsafe addresses", in: page).rows.filter { $0.count == 2 }
        unsafeFiles = Dictionary(unsafeRows.map { ($0[0], $0[1]) }) { first, _ in first }
    }

    subscript(name: String) -> Room? {
        rooms.first { $0.name == name }
    }

    /// The rooms of the data plane and below: synchronous, clockless, without Foundation.
    var groundFloor: Set<String> {
        Set(rooms.filter { ["cellar", "ground"].contains($0.floor) }.map(\.name))
    }
}
