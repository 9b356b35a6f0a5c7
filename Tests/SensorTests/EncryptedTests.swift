import Foundation
import NetTypes
import Sensor
import TestSupport
import Testing

/// What our captures of encrypted conversations say in the clear, and that the rest of them is not scanned.
///
/// Names, JA3, JA3S and HASSH are what tshark 4.0 reads from the same files, certificates what openssl does, and JA4 was
/// computed by its description from the numbers that tshark lists.
@Suite struct EncryptedTests {
    private static let names = ["dtls-1.2", "quic-initial", "ssh-session", "tls-1.2-certificate", "tls-1.3"]

    private static func path(_ name: String) -> String {
        "\(Repository.root)/captures/encrypted/\(name)/traffic.pcap"
    }

    /// The one event of a capture.
    private static func event(_ name: String) throws -> Transaction {
        let transactions = try Findings.of(savefile: path(name), nil, .small).findings.transactions
        #expect(transactions.count == 1)
        return try #require(transactions.first)
    }

    private static func demand(_ fields: [RecordField], _ wanted: [(String, String?)]) {
        for (path, value) in wanted { #expect(fields.text(at: path) == value, "\(path)") }
    }

    @Test("TLS 1.2: the hellos, and a chain of two certificates")
    func certificate() throws {
        let event = try Self.event("tls-1.2-certificate")
        #expect(event.application == .tls)
        Self.demand(
            event.fields,
            [
                ("version", "TLS 1.2"), ("sni", "cong-dich-vu.example"), ("client_alpns", "h2|http/1.1"),
                ("server_alpns", "http/1.1"), ("ja3.hash", "8983198832e26a08c6736ecce91a8309"),
                (
                    "ja3.string",
                    "771,49195-49199-49196-49200-52393-52392-49171-49172-156-255,0-10-11-35-16-22-23-13,"
                        + "29-23-24,0"
                ),
                ("ja3s.hash", "a5b7547fb0048cdf45300719110f4364"),
                ("ja3s.string", "771,49195,65281-11-16-23"),
                ("ja4", "t12d1008h2_ba5b64873ebe_f9b351751198"),
                ("subject", "C=VN, CN=cong-dich-vu.example"), ("issuerdn", "C=VN, CN=CA cấp dưới (diễn tập)"),
                ("serial", "20:26:11:24"),
                ("fingerprint", "82:36:a5:d6:26:99:d4:19:a5:a6:86:78:91:ba:fb:f9:54:70:7c:c0"),
                ("notbefore", "2026-01-01T00:00:00"), ("notafter", "2027-12-31T23:59:59"),
                ("subjectaltname", "cong-dich-vu.example|www.cong-dich-vu.example"),
            ])
        let chain = event.fields.first { $0.name == "certificates" }?.value
        guard case .list(let chain) = chain else {
            Issue.record("no chain")
            return
        }
        let digests = chain.map { value -> String? in
            guard case .object(let fields) = value else { return nil }
            return fields.text(at: "sha256")
        }
        #expect(
            digests == [
                "efd57636848846c6e09dee0bc6ce408b2fc07830dae91ae51eedf27ea17d93d1",
                "dd8caed2513a6820c253ff5df02c00d79fbfefe3fdaa60de48878a5409db3ed7",
            ])
    }

    @Test("TLS 1.3: the version that was agreed on, and fingerprints without GREASE")
    func keyShare() throws {
        let event = try Self.event("tls-1.3")
        #expect(event.application == .tls)
        Self.demand(
            event.fields,
            [
                ("version", "TLS 1.3"), ("sni", "cong-dich-vu.example"), ("client_alpns", "h2|http/1.1"),
                ("ja3.hash", "00c78a96daa3eca54b0cf3c0b5a17233"),
                ("ja3s.hash", "eb1d94daa7e0344597e756a1fb6e7054"), ("ja3s.string", "771,4865,51-43"),
                ("ja4", "t13d0609h2_afc876883d02_78a2b149a2c3"), ("subject", nil),
            ])
    }

    @Test("QUIC: the hellos inside its Initial packets")
    func quic() throws {
        let event = try Self.event("quic-initial")
        #expect(event.application == .quic)
        Self.demand(
            event.fields,
            [
                ("version", "1"), ("sni", "cong-dich-vu.example"), ("client_alpns", "h3"),
                ("ja3.hash", "120d89863f2629c5feba330309085ff6"),
                ("ja3s.hash", "eb1d94daa7e0344597e756a1fb6e7054"),
                ("ja4", "q13d0610h3_afc876883d02_e7b21aff341b"),
            ])
    }

    @Test("SSH: programs, and HASSH of both sides")
    func secureShell() throws {
        let event = try Self.event("ssh-session")
        #expect(event.application == .ssh)
        Self.demand(
            event.fields,
            [
                ("client.software_version", "Drill_1.0"), ("server.software_version", "OpenSSH_9.2p1"),
                ("client.proto_version", "2.0"), ("client.hassh.hash", "32c2ac0f6e0329a60cd14d4cae26c7fe"),
                ("server.hassh.hash", "0023505581f662f778677dc934e51689"),
            ])
    }

    @Test("DTLS 1.2: the second hello, and a certificate from fragments")
    func datagramTLS() throws {
        let event = try Self.event("dtls-1.2")
        #expect(event.application == .tls)
        Self.demand(
            event.fields,
            [
                ("version", "DTLS 1.2"), ("sni", "cong-dich-vu.example"),
                ("ja3.hash", "f574038532752dab7aa0c4c9cd7555ca"),
                ("ja3s.hash", "16ceaeec7eb2ef55d5c0ee44f2379800"),
                ("ja4", "dd2d100700_ba5b64873ebe_f9b351751198"),
                ("subject", "C=VN, CN=cong-dich-vu.example"),
            ])
    }

    /// Records, packets and datagrams with their headers, of both directions.
    @Test(
        "What is encrypted is counted to the byte and not scanned, though a rule would hit in it",
        arguments: zip(names, [1874, 3164, 2068, 5500, 6973] as [UInt64]))
    func ciphertext(_ name: String, _ encrypted: UInt64) throws {
        let rules = try Repository.rules()
        let (findings, _) = try Findings.of(savefile: Self.path(name), rules, .small)
        #expect(findings.statistics.application.encrypted == encrypted)
        #expect(findings.detections.isEmpty)
        #expect(findings.anomalies.isEmpty)
        #expect(findings.statistics.brokenLaws == [])
        var blind = SensorConfiguration.small
        blind.inspectsApplications = false
        let (all, _) = try Findings.of(savefile: Self.path(name), rules, blind)
        #expect(all.statistics.application.encrypted == 0)
        #expect(Set(all.detections.map(\.rule.name)) == ["EICAR_Test_File"])
        #expect(Set(all.detections.map(\.direction)) == [.toServer, .toClient])
    }
}
