import NetTypes
import Sensor
import Testing

/// What Wireshark takes out of real captures as objects, and what we do.
@Suite(.enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
struct ObjectTruthTests {
    /// Why rows of a file have no equal object, and how many; docs/ARCHITECTURE.md explains each class.
    static let listed: [String: [String: Int]] = [
        "attack/suricata-zerologon.pcap": ["named pipe": 5],
        "ftp/zeek-ftp-bigtransfer.pcap": ["gap": 1],
        "http/suricata-filestore-dont.pcap": ["form in one piece": 1],
        "http/suricata-http-evader-280.pcap": ["built to be misread": 1],
        "http/zeek-http-connect-with-smtp.pcap": ["tunnel": 1],
        "http/zeek-http-deeply-nested-mime.pcap": ["listed twice": 1],
        "http/zeek-http-methods.pcap": ["no message": 17],
        "http/zeek-http-smuggle-http-request.pcap": ["listed twice": 1],
        "imap-pop3/suricata-pop3.pcap": ["segments as mails": 266],
        "ip-edge/zeek-mixed-vlan-mpls.pcap": ["response without a head": 3],
        "smb/arkime-wireshark-smb-on-windows10.pcap": ["named pipe": 1],
        "smb/zeek-smb-smb-many-open-files-500.pcap.gz": ["read twice": 1],
        "smb/zeek-smb-smb2.pcap": ["named pipe": 1],
        "smtp/suricata-mime-dec-parse-long-filename02.pcap": ["last line break": 1],
        "smtp/suricata-mime-quoted-printable.pcap": ["last line break": 1],
        "smtp/suricata-smtp-file-data-01.pcap": ["last line break": 1],
        "smtp/zeek-smtp.pcap": ["last line break": 2, "bytes sent again": 4],
        "tcp-edge/arkime-http-tcp-seq-issue.pcap": ["another boundary": 1],
        "tcp-edge/suricata-tcp-urgp-01-oob-tcp-urgent1.pcap": ["urgent byte": 1],
        "tcp-edge/tcpflow-test1-out-of-order.pcapng": ["no message": 1],
    ]

    /// Reasons which say that a row is no complete object of any protocol.
    static let noObject: Set = [
        "gap", "named pipe", "no message", "response without a head", "segments as mails", "tunnel",
    ]

    @Test("Every complete object of the table is found, but for those with a listed reason")
    func objects() throws {
        let rows = Dictionary(grouping: try Repository.truth("objects.csv")) { $0["file"] ?? "" }
        var (wanted, found) = (0, 0)
        for (file, rows) in rows.sorted(by: { $0.key < $1.key }) {
            var mine: [String: Int] = [:]
            for record in try Findings.of(
                savefile: "\(Repository.realCaptures ?? "")/\(file)", nil
            ).findings.files {
                mine["\(record.size) \(record.sha256.hexadecimal)", default: 0] += 1
            }
            var unlike: [String] = []
            for row in rows where Self.isComparable(row) {
                let key = "\(row["size"] ?? "") \(row["sha256"] ?? "")"
                wanted += 1
                if let count = mine[key], count > 0 {
                    mine[key] = count - 1
                    found += 1
                } else {
                    unlike.append("\(row["frame"] ?? "") \(row["filename"] ?? "") \(key)")
                }
            }
            let listed = Self.listed[file, default: [:]]
            let reasons = listed.values.reduce(0, +)
            wanted -= listed.filter { Self.noObject.contains($0.key) }.values.reduce(0, +)
            #expect(unlike.count == reasons, "\(file): \(unlike.prefix(5))")
        }
        #expect(found * 100 >= wanted * 97, "\(found) of \(wanted)")
        #expect(wanted >= 750, "\(wanted)")
    }

    /// An empty body is no object here, and an SMB file that Wireshark has only in part is no measure.
    private static func isComparable(_ row: [String: String]) -> Bool {
        if row["size"] == "0" { return false }
        return row["protocol"] != "smb" || row["content_type"]?.hasSuffix("[100.00%]") == true
    }
}
