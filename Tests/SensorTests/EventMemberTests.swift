import Foundation
import NetTypes
import Testing

/// `docs/EVENTS.md` names what the events of application protocols have.
@Suite struct EventMemberTests {
    /// The part of the document that a protocol has for itself, and what is said for all.
    private static func sections() throws -> [String: String] {
        let text = try String(contentsOfFile: Repository.root + "/docs/EVENTS.md", encoding: .utf8)
        var sections: [String: String] = [:]
        for part in text.split(separator: "\n## ").dropFirst() {
            let heading = part.prefix { $0 != "\n" }.split(separator: ":").first ?? ""
            for name in heading.split(separator: ",") {
                sections[name.trimmingCharacters(in: [" ", "`"]), default: ""] += part
            }
        }
        return sections
    }

    /// The names of fields at every depth. Those of `grouped` are types of DNS records and no members of ours.
    private static func names(_ fields: [RecordField]) -> Set<String> {
        fields.reduce(into: []) { names, field in
            names.insert(field.name.hasPrefix("/") ? String(field.name.dropFirst()) : field.name)
            if field.name != "grouped" { names.formUnion(Self.names(in: field.value)) }
        }
    }

    private static func names(in value: RecordValue) -> Set<String> {
        switch value {
        case .object(let fields): names(fields)
        case .list(let values): values.reduce(into: []) { $0.formUnion(names(in: $1)) }
        case .text, .number, .flag: []
        }
    }

    /// The event of a protocol.
    private static func event(_ application: ApplicationProtocol) -> String {
        switch application {
        case .http2: "http"
        case .ftpData: "ftp_data"
        default: application.rawValue
        }
    }

    /// Names that `transactions` have, by the events that have them.
    private static func members(_ transactions: [Transaction]) -> [String: Set<String>] {
        transactions.reduce(into: [:]) { $0[event($1.application), default: []].formUnion(names($1.fields)) }
    }

    private func demand(_ members: [String: Set<String>]) throws {
        let sections = try Self.sections()
        let shared = sections["Events of application protocols"] ?? ""
        for (event, names) in members.sorted(by: { $0.key < $1.key }) {
            let section = try #require(sections[event], "no section for \(event)")
            for name in names.sorted() {
                #expect(section.contains("`\(name)`") || shared.contains("`\(name)`"), "\(event).\(name)")
            }
        }
    }

    @Test("The document names every member of the transactions in our captures")
    func ours() throws {
        var members: [String: Set<String>] = [:]
        for scenario in try Repository.scenarios() {
            let path = "\(Repository.root)/captures/\(scenario)/traffic.pcap"
            let (findings, _) = try Findings.of(savefile: path, nil, .small)
            members.merge(Self.members(findings.transactions)) { $0.union($1) }
        }
        #expect(members.count >= 9)
        try demand(members)
    }

    @Test(
        "The document names every member of the transactions in real captures",
        .enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
    func real() throws {
        let root = try #require(Repository.realCaptures)
        var members: [String: Set<String>] = [:]
        for folder in ["dns", "ftp", "http", "imap-pop3", "nfs", "smb", "smtp", "tftp", "tls"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)").sorted()
            where name.contains(".pcap") {
                // Savefiles that are damaged say nothing here.
                let path = "\(root)/\(folder)/\(name)"
                guard let result = try? Findings.of(savefile: path, nil, .small) else {
                    continue
                }
                members.merge(Self.members(result.findings.transactions)) { $0.union($1) }
            }
        }
        try demand(members)
    }

    @Test("Its example lines that name a capture of ours are what that capture gives")
    func examples() throws {
        let text = try String(contentsOfFile: Repository.root + "/docs/EVENTS.md", encoding: .utf8)
        var count = 0
        for line in text.split(separator: "\n") where line.contains("\"pcap_filename\":\"captures/") {
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let example = try #require(value as? NSDictionary)
            let path = try #require(example["pcap_filename"] as? String)
            let type = try #require(example["event_type"] as? String)
            let (findings, _) = try Findings.of(savefile: "\(Repository.root)/\(path)", nil)
            let found = findings.transactions.first { transaction in
                Self.event(transaction.application) == type
                    && example["tx_id"] as? UInt64 == transaction.number
                    && example["flow_id"] as? UInt64 == transaction.flow.id.rawValue
            }
            let transaction = try #require(found, "\(line)")
            let inside = transaction.fields.filter { !$0.name.hasPrefix("/") }
            #expect(example[type] as? NSDictionary == Self.foundation(inside), "\(line)")
            #expect(example["pcap_cnt"] as? UInt64 == transaction.frame, "\(line)")
            count += 1
        }
        #expect(count == 13)
    }

    private static func foundation(_ fields: [RecordField]) -> NSDictionary {
        NSDictionary(
            dictionary: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, foundation($0.value)) }))
    }

    private static func foundation(_ value: RecordValue) -> NSObject {
        switch value {
        case .text(let text): NSString(string: text)
        case .number(let number): NSNumber(value: number)
        case .flag(let flag): NSNumber(value: flag)
        case .list(let values): NSArray(array: values.map { foundation($0) })
        case .object(let fields): foundation(fields)
        }
    }

    @Test("Every protocol that is told has its section")
    func protocols() throws {
        let sections = try Self.sections()
        for application in ApplicationProtocol.allCases {
            #expect(sections[Self.event(application)] != nil, "\(application)")
        }
    }
}
