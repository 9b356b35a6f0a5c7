import Incidents

/// A case folder as people and scripts read it. Whatever stands in one may come from somebody else.
enum CaseTable {
    /// Its files.
    static func files(_ manifest: CaseManifest) -> Table {
        let headings: [EvidenceHeading] = [.file, .size, .purpose, .digest]
        var table = Table(headings.map(\.description), fold: 3)
        for file in manifest.files {
            table.add([
                .foreign(file.path, tone: .strong), Cell(file.size),
                Cell("\(EvidenceText.purpose(file.purpose))"), .foreign(file.sha256),
            ])
        }
        return table
    }

    /// Who had it.
    static func custody(_ entries: [CustodyEntry]) -> Table {
        let headings: [EvidenceHeading] = [
            .line, .time, .person, .host, .action, .detail,
        ]
        var table = Table(headings.map(\.description), fold: 5)
        for entry in entries {
            table.add([
                Cell(entry.seq), .foreign(entry.time), .foreign(entry.person, tone: .strong),
                .foreign(entry.host), Cell("\(EvidenceText.action(entry.action))"),
                .foreign(entry.detail),
            ])
        }
        return table
    }

    /// Prints what a look at the folder has shown.
    static func tell(_ verdict: CaseVerdict, isAnchored: Bool, _ terminal: Terminal) {
        for fault in verdict.faults {
            terminal.results.line(terminal.palette.paint("\(EvidenceText.fault(fault))", .alarm))
        }
        let files = verdict.manifest?.files.count ?? 0
        if verdict.isIntact {
            terminal.results.line(
                terminal.palette.paint(
                    "\(EvidenceText.intact(files: files, lines: verdict.custody.count))", .calm))
            if !isAnchored { terminal.results.line("\(EvidenceText.compareWith(verdict.head))") }
        } else {
            terminal.results.line(
                terminal.palette.paint("\(EvidenceText.broken(verdict.faults.count))", .alarm))
        }
    }

    /// The same for scripts.
    static func json(_ verdict: CaseVerdict, _ folder: String) -> JSONValue {
        .object([
            ("path", .text(folder)), ("intact", .boolean(verdict.isIntact)),
            ("incident", verdict.manifest.map { .text($0.incident) } ?? .null),
            ("files", .count(verdict.manifest?.files.count ?? 0)),
            ("custody_lines", .count(verdict.custody.count)), ("head", .text(verdict.head)),
            (
                "faults",
                .array(
                    verdict.faults.map { fault in
                        .object([
                            ("path", .text(fault.path)), ("line", fault.line.map { .count($0) } ?? .null),
                            ("fault", .text(fault.kind.rawValue)),
                        ])
                    })
            ),
        ])
    }

    /// Something that is not in a folder, for scripts.
    static func json(_ gap: EvidenceGap) -> JSONValue {
        .object([
            ("kind", .text(gap.kind)), ("name", .text(gap.name)), ("reason", .text(gap.reason)),
        ])
    }
}
