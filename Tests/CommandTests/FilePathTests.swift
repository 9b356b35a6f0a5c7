import Testing

@testable import haidang

@Suite("Parts of paths")
struct FilePathTests {
    @Test(
        "Parents and names, also of the shortest paths",
        arguments: [
            ("r", "", "r"), ("", "", ""), ("/", "", ""), ("/r", "/", "r"), ("a/", "", "a"), ("a/b", "a", "b"),
            ("a//b/", "a", "b"), ("//", "", ""), ("./x.yml", ".", "x.yml"), ("/a/b/c", "/a/b", "c"),
        ])
    func parts(path: String, parent: String, name: String) {
        #expect(FilePath.parent(path) == parent)
        #expect(FilePath.name(path) == name)
    }

    @Test(
        "Stems", arguments: [("a.yml", "a"), (".hidden", ".hidden"), ("a.b.c", "a.b"), ("a", "a"), ("", "")])
    func stems(name: String, stem: String) {
        #expect(FilePath.stem(name) == stem)
    }
}
