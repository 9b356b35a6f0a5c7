import Drills
import Foundation
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Drills of real traffic, by rules that hit in ordinary protocols. Nothing of the captures is written anywhere.
@Suite struct RealCaptureTests {
    static let folder = ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"]

    /// The most bytes of a capture, so that all of them take minutes.
    private static let largest = 256 << 10

    static let captures: [String] = {
        guard let folder, let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            return []
        }
        return names.filter { name in
            let size = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.size] as? Int
            return !name.hasPrefix("truth") && name.contains(".pcap") && (size ?? 0) <= largest
        }.sorted()
    }()

    private static let rules = """
        rule Web { strings: $a = /(GET|POST|HEAD|PUT) \\/[^ ]{0,200} HTTP\\/1/ $b = /HTTP\\/1\\.[01] [0-9]{3}/ condition: any of them }
        rule Mail { strings: $a = "MAIL FROM:" nocase $b = "Received: from" condition: any of them }
        rule Transfer { strings: $a = "USER " $b = "PASV" $c = "PORT " $d = "227 Entering" condition: any of them }
        rule Share { strings: $a = {ff 53 4d 42} $b = {fe 53 4d 42} condition: any of them }
        rule Page { strings: $a = "<html" nocase $b = "server" wide nocase condition: any of them }
        rule Name { strings: $a = "\\x03com\\x00" $b = "\\x03net\\x00" $c = "\\x03org\\x00" condition: any of them }
        """

    @Test(.enabled(if: folder != nil, "skipped: HAIDANG_CAPTURES does not name the folder of real captures"))
    func areMadeAndClean() throws {
        let rules = try TestFolder(["rules.yar": Array(Self.rules.utf8)])
        let set = try RuleSet.load(paths: [rules.path + "/rules.yar"]).0
        let maker = DrillMaker(SensorConfiguration(), rules: set)
        var count = 0
        for name in Self.captures {
            let path = (Self.folder ?? "") + "/" + name
            do {
                let made = try maker.make(of: path, from: nil)
                count += 1
                try check(made, path, set, name)
            } catch MakeError.noAlerts, MakeError.capture {
                continue
            } catch {
                Issue.record("\(name): \(error)")
            }
        }
        #expect(count > 10)
    }

    /// The same detections, and none of the ends of their flows, in another way than the maker looks.
    private func check(_ made: MadeDrill, _ path: String, _ rules: RuleSet, _ name: String) throws {
        guard made.dropped.isEmpty else { return }
        let old = try DrillSamples.frames(path)
        let new = try DrillSamples.frames(made.capture)
        let (before, after) = try (DrillSamples.detections(old, rules), DrillSamples.detections(new, rules))
        #expect(
            before.map { DrillSamples.mark($0) }.sorted() == after.map { DrillSamples.mark($0) }.sorted(),
            "\(name)")
        let ends = Set(before.flatMap { [$0.flow.client.address, $0.flow.server.address] })
            .filter { !$0.isMulticastOrSpecial }
        let left = Set(after.flatMap { [$0.flow.client.address, $0.flow.server.address] })
        #expect(ends.isDisjoint(with: left), "\(name)")
    }
}

extension IPAddress {
    /// True for addresses that a drill keeps.
    fileprivate var isMulticastOrSpecial: Bool {
        if isIPv6 { return high >> 56 == 0xff || high == 0 }
        return low >> 24 == 0 || low >> 24 == 127 || low >> 24 >= 224
    }
}
