import NetTypes
import Sensor
import Testing

/// Names and fingerprints of the hellos in real captures, from the file to the transaction.
@Suite(.enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
struct HandshakeTruthTests {
    @Test("Every hello of the tables has its SNI, JA3, JA3S and JA4", arguments: ["tls.csv", "ja3.csv"])
    func hellos(table: String) throws {
        let rows = Dictionary(grouping: try Repository.truth(table)) { $0["file"] ?? "" }
        var equal = 0
        for (file, rows) in rows.sorted(by: { $0.key < $1.key }) {
            let handshakes = try Findings.of(
                savefile: "\(Repository.realCaptures ?? "")/\(file)", nil
            ).findings.transactions.filter { $0.application == .tls || $0.application == .quic }
            for row in rows {
                let found = handshakes.contains { Self.isSender($0, row) && Self.isEqual($0, row) }
                #expect(found, "\(file), frame \(row["frame"] ?? "")")
                if found { equal += 1 }
            }
        }
        #expect(equal >= 50)
    }

    private static func isSender(_ transaction: Transaction, _ row: [String: String]) -> Bool {
        let direction: Direction = row["side"] == "client" ? .toServer : .toClient
        let (source, destination) = (
            transaction.flow.sender(direction), transaction.flow.sender(direction.reversed)
        )
        return source.address.description == row["src"] && String(source.port) == row["sport"]
            && destination.address.description == row["dst"] && String(destination.port) == row["dport"]
    }

    /// A column that is empty where ours is not was left empty by the table: see its README.
    private static func isEqual(_ transaction: Transaction, _ row: [String: String]) -> Bool {
        guard row["side"] == "client" else {
            return hash("ja3s", transaction) == row["ja3"]
        }
        let ja4 = row["ja4"] ?? ""
        let name = row["sni"] ?? ""
        return hash("ja3", transaction) == row["ja3"]
            && (ja4.isEmpty || text("ja4", transaction.fields) == ja4)
            && (row["sni"] == nil || text("sni", transaction.fields) == name)
    }

    private static func hash(_ name: String, _ transaction: Transaction) -> String {
        guard case .object(let fields) = transaction.fields.first(where: { $0.name == name })?.value else {
            return ""
        }
        return text("hash", fields)
    }

    /// A field's text; empty without one, as in the table.
    private static func text(_ name: String, _ fields: [RecordField]) -> String {
        guard case .text(let text) = fields.first(where: { $0.name == name })?.value else { return "" }
        return text
    }
}
