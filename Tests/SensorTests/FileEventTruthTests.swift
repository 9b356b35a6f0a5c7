import NetTypes
import Sensor
import Testing

/// The file events that Suricata's own tests expect of real captures, and our records.
@Suite(.enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
struct FileEventTruthTests {
    /// Expectations that follow from a limit of Suricata's engine, or that ask for what is not taken apart here, by the
    /// test's name; docs/ARCHITECTURE.md explains each. They do not count.
    static let outside = [
        "bug-5392": "holes counted as bytes",
        "http2-range": "ranges of several connections",
        "nfs4-01": "version not taken apart",
        "tcp-rst-unacked-stream-10": "never acknowledged",
    ]
    /// Expectations that we do not meet although we could: they count as missed.
    static let missed = [
        "bug-4376": "one direction on a VLAN",
        "mime/smtp-mime-encap-8649-baseline": "last line break",
    ]

    @Test("Every expected file has its record, but for those with a listed reason")
    func files() throws {
        var records: [String: [FileRecord]] = [:]
        var (wanted, found) = (0, 0)
        var unlike: Set<String> = []
        for row in try Repository.truth("suricata-files.csv") {
            let (file, test) = (row["pcap"] ?? "", row["test"] ?? "")
            if records[file] == nil {
                records[file] =
                    try Findings.of(savefile: "\(Repository.realCaptures ?? "")/\(file)", nil).findings.files
            }
            let count = records[file, default: []].filter { Self.isEqual($0, row) }.count
            wanted += 1
            if count >= Int(row["expected_count"] ?? "") ?? 1 { found += 1 } else { unlike.insert(test) }
        }
        #expect(unlike == Set(Self.outside.keys).union(Self.missed.keys))
        #expect(wanted == 44)
        #expect(found * 100 >= (wanted - Self.outside.count) * 95, "\(found) of \(wanted)")
    }

    /// Compares what a row says: a record may say more.
    private static func isEqual(_ record: FileRecord, _ row: [String: String]) -> Bool {
        func agrees(_ column: String, _ value: String) -> Bool {
            let wanted = row[column] ?? ""
            return wanted.isEmpty || wanted == value
        }
        // Suricata leaves out the first separator of an SMB path.
        let name = record.object.name
        let names = [name, name.hasPrefix("\\") ? String(name.dropFirst()) : name]
        return names.contains { agrees("filename", $0) } && agrees("size", String(record.size))
            && agrees("sha256", record.sha256.hexadecimal)
            && agrees("state", record.incomplete == nil ? "CLOSED" : "TRUNCATED")
            && agrees("app_proto", record.application.rawValue)
    }
}
