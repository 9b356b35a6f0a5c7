import Foundation
import TestSupport
import Testing

/// The same frames, from a wire and from a file: the same events.
///
/// What live writes is compared with a scan of what it recorded, to the last member and with all times; and with a scan
/// of the savefile that was sent, without times, since frames that were sent as fast as they go come at other times.
/// Captures that are malformed from end to end are not among them: anomalies that belong to no flow are reported by
/// sample, of which each worker takes its own.
@Suite(
    "Live is the same as offline", .serialized,
    .enabled(if: NetworkProcess.isAvailable, "\(NetworkProcess.requirement)"))
struct LiveEqualsOfflineTests {
    private static let rules = Scene.repository.appendingPathComponent("rules").path
    private static let real = ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"]

    /// Captures whose frames were cut when they were captured: on the wire that they are sent on they are short frames
    /// which say that they are longer, and not long ones of which only the beginning is known. So they differ from a
    /// scan of the savefile, and are to.
    private static let cut: Set<String> = [
        "tcp-edge/zeek-tcp-retransmit-fast009.pcap", "tcp-edge/zeek-tcp-timestamp.pcap",
    ]

    /// Real captures of all kinds, below the folder that the environment names.
    private static let realCaptures = [
        "attack/ndpi-exe-download.pcap", "attack/ndpi-trickbot.pcap", "attack/sanders-aurora.pcapng",
        "attack/suricata-zerologon.pcap", "attack/zeek-smb-smbghost.pcap", "dns/sanders-dns-axfr.pcapng",
        "dns/zeek-dns-mdns.pcap",
        "ftp/suricata-ftp-download-active.pcap", "ftp/suricata-ftp-upload-passive.pcap",
        "ftp/zeek-ftp-ipv6.pcap",
        "http/arkime-http-content-gzip.pcap", "http/suricata-file-match-crossed-http-multipart-post.pcap",
        "http/suricata-http-brotli-ce.pcap", "http/suricata-http-evader-046.pcap",
        "http/suricata-http-range-file.pcap", "http/zeek-http-content-range-gap.pcap",
        "http/zeek-http-deeply-nested-mime.pcap", "http/zeek-http-methods.pcap",
        "http/zeek-http-pipelined-requests.pcap", "imap-pop3/suricata-pop3.pcap",
        "ip-edge/sanders-ipv6-fragments.pcapng", "ip-edge/zeek-http-qinq-0.pcap",
        "ip-edge/zeek-mixed-vlan-mpls.pcap",
        "ip-edge/zeek-pppoe-over-qinq.pcap", "ip-edge/zeek-tunnels-gre-within-gre.pcap",
        "ip-edge/zeek-tunnels-teredo.pcap", "nfs/zeek-nfs-nfs-write.pcap",
        "smb/suricata-smb2-delete.pcap", "smb/zeek-smb-smb2readwrite.pcap",
        "smtp/zeek-smtp.pcap", "smtp/zeek-smtp-rfc3030-bdat-multipart-chunked.pcap",
        "tcp-edge/suricata-bug-2491-01-simple-http-download-onesided.pcap",
        "tcp-edge/zeek-tcp-reassembly.pcap", "tcp-edge/zeek-tcp-retransmit-fast009.pcap",
        "tcp-edge/zeek-tcp-timestamp.pcap", "tftp/arkime-tftp-rrq.pcap",
        "tls/suricata-quic-frag.pcap", "tls/zeek-tls-tls1-2.pcap",
    ]

    /// Our own captures of Ethernet frames.
    private static func ownCaptures() throws -> [String] {
        let folder = Scene.repository.appendingPathComponent("captures")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix("/traffic.pcap") }.sorted().map { folder.path + "/" + $0 }
            .filter { path in
                // The link type is the last word of the header (draft-ietf-opsawg-pcap); ours are little-endian.
                let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(24)
                return header.count == 24 && Array(header[20..<24]) == [1, 0, 0, 0]
            }
    }

    /// Holds what came of one savefile against what has to.
    private func check(_ result: LiveReplay.Result, _ savefile: String, workers: Int) {
        let name = "\(savefile.split(separator: "/").suffix(3).joined(separator: "/")), workers: \(workers)"
        #expect(result.code == 143, "\(name): \(result.messages)")
        #expect(
            result.received == result.sent && result.sent > 0, "\(name): \(result.received)/\(result.sent)")
        #expect(result.dropped == 0 && result.broken.isEmpty, "\(name): \(result.broken)")
        let isAsRecorded = result.live == result.recorded
        #expect(isAsRecorded, "\(name)\(Self.difference(result.live, result.recorded))")
        let isCut = Self.cut.contains { savefile.hasSuffix($0) }
        let isSame = result.timeless == result.original
        #expect(isSame != isCut, "\(name)\(Self.difference(result.timeless, result.original))")
    }

    /// The first lines that only one side has: the whole is too long to read.
    private static func difference(_ left: [String], _ right: [String]) -> String {
        let (ours, theirs) = (Set(left), Set(right))
        let only = left.filter { !theirs.contains($0) }.prefix(2).map { "\n< " + $0 }
        let other = right.filter { !ours.contains($0) }.prefix(2).map { "\n> " + $0 }
        return "\(left.count)/\(right.count)" + (only + other).joined()
    }

    @Test("Our own captures, past one worker and past four")
    func own() async throws {
        let (one, four) = try await NetworkNamespace.run {
            let replay = try LiveReplay(Scene(), rules: Self.rules)
            let captures = try Self.ownCaptures()
            return (try replay.run(captures, workers: 1), try replay.run(captures, workers: 4))
        }
        #expect(one.count >= 40)
        #expect(one.values.reduce(0) { $0 + $1.live.count } > 300)
        for (savefile, result) in one {
            check(result, savefile, workers: 1)
            guard let other = four[savefile] else { continue }
            check(other, savefile, workers: 4)
            #expect(result.timeless == other.timeless, "\(savefile): one worker and four")
        }
        #expect(four.count == one.count)
    }

    @Test(
        "Real captures",
        .enabled(if: real != nil, "skipped: HAIDANG_CAPTURES does not name the folder of real captures"))
    func others() async throws {
        let folder = try #require(Self.real)
        let results = try await NetworkNamespace.run {
            try LiveReplay(Scene(), rules: Self.rules).run(
                Self.realCaptures.map { folder + "/" + $0 }, workers: 2)
        }
        #expect(results.count == Self.realCaptures.count)
        for (savefile, result) in results { check(result, savefile, workers: 2) }
    }
}
