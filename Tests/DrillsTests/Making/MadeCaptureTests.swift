import Capture
import Drills
import Foundation
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Whole captures become drills: the same is found, and no original is left.
@Suite struct MadeCaptureTests {
    static let captures = [
        "webshell/webshell-command", "malware/eicar-http", "malware/dropper-mail", "objects/ftp-passive",
        "objects/ftp-active", "c2/dns-tunnel", "objects/smb2-write", "objects/http-chunked-gzip",
        "objects/http2-prior-knowledge", "objects/tftp-read", "objects/nfs-write", "objects/imap-fetch",
        "evasion/eicar-ipv4-fragments", "evasion/eicar-ipv6-fragments", "evasion/eicar-overlap",
        "evasion/eicar-stacked-vlan", "evasion/eicar-tiny-segments", "evasion/eicar-wrap-midstream",
        "lateral/worm-spread", "recon/sip-scan", "policy/clear-password-ftp", "exploit/jndi-lookup",
    ]

    static let rules: RuleSet? = try? RuleSet.load(paths: [DrillSamples.root + "/rules"]).0

    @Test(arguments: captures)
    func isMadeAndClean(_ name: String) throws {
        let path = DrillSamples.root + "/captures/\(name)/traffic.pcap"
        var maker = DrillMaker(SensorConfiguration(), rules: Self.rules)
        maker.key = try #require(DrillKey(Array("a key of sixteen bytes or more".utf8)))
        let made = try maker.make(of: path, from: nil)
        #expect(made.dropped.isEmpty)
        #expect(made.lost.isEmpty)
        #expect(made.detections > 0)
        let old = try DrillSamples.frames(path)
        let new = try DrillSamples.frames(made.capture)
        let (before, after) = try (
            DrillSamples.detections(old, Self.rules), DrillSamples.detections(new, Self.rules)
        )
        #expect(before.map { DrillSamples.mark($0) } == after.map { DrillSamples.mark($0) })
        // The same search, written another way: no address of the original is anywhere as bytes in a header, or as text.
        let originals = Set(before.flatMap { [$0.flow.client.address, $0.flow.server.address] })
        for frame in new {
            for address in originals {
                #expect(!frame.bytes.contains(address.bytes), "\(address) as bytes")
                #expect(!frame.bytes.contains(Array(address.description.utf8)), "\(address) as text")
            }
        }
    }
}
