import Testing

@Suite("What is read from the manifest and from tables")
struct DocumentReadingTests {
    @Test("A table is found under its heading, without its header")
    func table() {
        let page = """
            ## One
            | a |
            |---|
            | 1 |
            ## Two
            text
            | a | b |
            |---|---|
            | `x` | y z |
            | 2 | 3 |

            | 4 |
            """
        #expect(MarkdownTable(under: "Two", in: page).rows == [["x", "y z"], ["2", "3"]])
        #expect(MarkdownTable(under: "Three", in: page).rows.isEmpty)
        #expect(MarkdownTable.names("A, B") == ["A", "B"])
        #expect(MarkdownTable.names("–").isEmpty)
    }

    @Test("The manifest's rooms come with rooms, doors and products, and without packages")
    func manifest() {
        let manifest = Manifest(Tree(Tree.sound))
        #expect(manifest.rooms == ["Below": ["CDoor"], "Above": ["Below"], "program": ["Above", "Parser"]])
        #expect(manifest.doors == ["CDoor"])
    }

    @Test("A target with a path of its own is no room")
    func tools() {
        let manifest = Manifest(
            Tree(["Package.swift": ".target(name: \"T\", dependencies: [\"A\"], path: \"Tests/T\")"]))
        #expect(manifest.rooms.isEmpty)
    }

    @Test("The real house has been read")
    func real() {
        #expect(Tree.house.sources.count > 40)
        #expect(RoomTable(Tree.house).rooms.count >= 8)
        #expect(!RoomTable(Tree.house).unsafeFiles.isEmpty)
        #expect(Manifest(Tree.house).doors.contains("CPcap"))
    }
}
