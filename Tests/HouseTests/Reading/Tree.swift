import Foundation

/// The house's own text: every file that git keeps, by its path from the top.
///
/// Built from the disk for the real house, and from a few lines for the ones that must fail.
struct Tree: Sendable {
    /// The text of each file; empty for those that hold no text.
    let texts: [String: String]
    /// The Swift files under `Sources` and `Tests`, by path.
    let swift: [SwiftFile]

    init(_ texts: [String: String]) {
        self.texts = texts
        let paths = texts.keys.filter {
            $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Tests/"))
        }
        swift = paths.sorted().map { SwiftFile(path: $0, text: texts[$0] ?? "") }
    }

    /// The house this file stands in.
    static let house = Tree(
        at: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent())

    private init(at root: URL) {
        var texts: [String: String] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? [] {
            guard !Self.isOutside(name) else { continue }
            Self.read(name, under: root, into: &texts)
        }
        self.init(texts)
    }

    /// True for what lies in a checkout without belonging to it, as `.gitignore` says.
    private static func isOutside(_ name: String) -> Bool {
        name == ".git" || name.hasPrefix(".build") || ["out", "Package.resolved", ".swiftpm"].contains(name)
    }

    private static func read(_ path: String, under root: URL, into texts: inout [String: String]) {
        let place = root.appendingPathComponent(path)
        if let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) {
            for name in names { read(path + "/" + name, under: root, into: &texts) }
            return
        }
        let isText = !["pcap", "pcapng", "gz", "zst", "lz4", "xz"].contains(place.pathExtension)
        let data = isText ? try? Data(contentsOf: place) : nil
        texts[path] = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The files of the rooms, by path.
    var sources: [SwiftFile] { swift.filter { $0.path.hasPrefix("Sources/") } }

    /// The rooms: folders under `Sources` with Swift in them, by name.
    var rooms: [String] { Set(sources.map(\.room)).sorted() }

    /// The text of one file; empty when there is none.
    func text(_ path: String) -> String { texts[path] ?? "" }

    /// The paths that begin and end so, in order.
    func paths(under folder: String, ending suffix: String = "") -> [String] {
        texts.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(suffix) }.sorted()
    }
}
