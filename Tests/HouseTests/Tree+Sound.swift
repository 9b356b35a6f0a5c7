extension Tree {
    /// A small house in which every rule holds, for tests that break one rule in it.
    static let sound: [String: String] = [
        "Package.swift": """
        door("CDoor", pkgConfig: "door", apt: "libdoor-dev"),
        room("Below", ["CDoor"]),
        room("Above", ["Below"]),
        .executableTarget(
            name: "program", dependencies: ["Above", .product(name: "Parser", package: "swift-parser")]),
        """,
        "docs/ARCHITECTURE.md": """
        # Architecture

        ## Rooms

        | room | floor | one line | may import | opens |
        |---|---|---|---|---|
        | Below | ground | values | – | CDoor |
        | Above | upper | more | Below | – |
        | program | front | wires | Above | Parser |

        ## Unsafe addresses

        | file | why |
        |---|---|
        | `Sources/Below/Handle.swift` | the library's handle |
        """,
        "Sources/Below/Handle.swift": "import CDoor\nstruct Handle { let pointer: OpaquePointer }\n",
        "Sources/Above/Report.swift":
            "import Below\nimport Foundation\nstruct Report { let date = Date() }\n",
        "Sources/program/Program.swift": "import Above\nimport Parser\n@main struct Main {}\n",
        "captures/README.md": "# Captures\n",
        "captures/web/shell/traffic.pcap": "",
        "captures/web/shell/drill.yml": "title: x\n",
        "captures/web/shell/README.md": "# A web shell\n",
        "captures/benign/web/traffic.pcap": "",
        "captures/benign/web/drill.yml": "title: y\n",
        "captures/benign/web/README.md": "# Plain web\n",
        "rules/web.yar": """
        rule Shell : web
        {
            meta:
                id = "HD-1"
                description = "a command"
                severity = 1
                category = "webshell"
                date = "2026-01-01"
                author = "us"
                hits = "web/shell"
                misses = "benign"
            strings:
                $a = "id = 7"
            condition:
                $a
        }
        """,
    ]

    /// The sound house with some files changed, added, or (nil) taken away.
    static func sound(but changes: [String: String?]) -> Tree {
        var texts = sound
        for (path, text) in changes { texts[path] = text }
        return Tree(texts)
    }

    /// A file of the sound house with some words replaced.
    static func edited(_ path: String, _ old: String, _ new: String) -> String {
        (sound[path] ?? "").replacing(old, with: new)
    }
}
