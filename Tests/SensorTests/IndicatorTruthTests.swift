import NetTypes
import Sensor
import Testing

/// Digests, names and fingerprints that independent programs found in real captures, as lists.
@Suite(.enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
struct IndicatorTruthTests {
    /// What is met in a real capture, by kind and what stood there.
    private static func seen(_ file: String, _ set: IndicatorSet) throws -> Set<String> {
        let findings = try Findings.of(
            savefile: "\(Repository.realCaptures ?? "")/\(file)", nil, indicators: set)
        return Set(findings.detections.compactMap(\.indicator).map { "\($0.kind.name) \($0.value)" })
    }

    @Test("Objects that we take out are met by their digests, as many as the objects we take out")
    func objects() throws {
        let rows = Dictionary(grouping: try Repository.truth("objects.csv")) { $0["file"] ?? "" }
        var (wanted, met) = (0, 0)
        for (file, rows) in rows.sorted(by: { $0.key < $1.key }).prefix(40) {
            let digests = Set(rows.filter { $0["size"] != "0" }.compactMap { $0["sha256"] })
            let set = IndicatorTests.set { builder in
                for digest in digests {
                    _ = builder.add(.sha256, Self.bytes(digest)[...], IndicatorDetail())
                }
            }
            guard let findings = try? Findings.of(savefile: "\(Repository.realCaptures ?? "")/\(file)", nil)
            else {
                continue
            }
            let taken = Set(findings.findings.files.map(\.sha256.hexadecimal)).intersection(digests)
            let seen = try Self.seen(file, set)
            #expect(seen == Set(taken.map { "sha256 \($0)" }), "\(file)")
            wanted += digests.count
            met += seen.count
        }
        #expect(met > 100)
        #expect(met * 10 >= wanted * 8, "\(met) of \(wanted)")
    }

    @Test("Every client hello of the table is met by its name, its JA3 and its JA4")
    func hellos() throws {
        let rows = Dictionary(grouping: try Repository.truth("tls.csv")) { $0["file"] ?? "" }
        var met = 0
        for (file, rows) in rows.sorted(by: { $0.key < $1.key }).prefix(40) {
            var expected: Set<String> = []
            let set = IndicatorTests.set { builder in
                for row in rows where row["side"] == "client" {
                    let detail = IndicatorDetail()
                    if let ja3 = row["ja3"], ja3.utf8.count == 32 {
                        _ = builder.add(.ja3, Self.bytes(ja3)[...], detail)
                        expected.insert("ja3 \(ja3)")
                    }
                    if let ja4 = row["ja4"], ja4.utf8.count == 36 {
                        _ = builder.add(.ja4, Array(ja4.utf8)[...], detail)
                        expected.insert("ja4 \(ja4)")
                    }
                    if let name = row["sni"], let key = IndicatorKey.domain(Array(name.utf8)[...]) {
                        _ = builder.add(.domain, key[...], detail)
                        expected.insert("domain \(name.lowercased())")
                    }
                }
            }
            guard
                let handshakes = try? Findings.of(savefile: "\(Repository.realCaptures ?? "")/\(file)", nil),
                handshakes.findings.transactions.contains(where: {
                    $0.application == .tls || $0.application == .quic
                })
            else { continue }
            let seen = try Self.seen(file, set)
            // A flow has one handshake event; hellos that follow in it are not told.
            let said = handshakes.findings.transactions.map { String(describing: $0.fields) }.joined()
                .lowercased()
            let reported = expected.filter {
                said.contains("\"" + ($0.split(separator: " ").last ?? "") + "\"")
            }
            #expect(
                seen.isSuperset(of: reported), "\(file): \(reported.subtracting(seen).sorted().prefix(3))")
            met += seen.count
        }
        #expect(met > 60)
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }
}
