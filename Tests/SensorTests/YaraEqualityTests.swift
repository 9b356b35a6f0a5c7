import Foundation
import NetTypes
import Scan
import Sensor
import Testing

/// Our detections against the hits of the plain program on the same reassembled bytes.
@Suite(.enabled(if: YaraProgram.path != nil, "\(YaraProgram.missing)"))
struct YaraEqualityTests {
    /// A rule that hit in one direction of one flow.
    struct Hit: Hashable {
        let flow: FlowID
        let direction: Direction
        let rule: String
    }

    @Test("In our own captures the engine and the yara program find the same")
    func ownCaptures() throws {
        let found = try Self.compare(try Self.own { !$0.hasPrefix("encrypted/") })
        #expect(found > 15)
    }

    @Test("So they do in encrypted bytes, when these are scanned like any others")
    func encrypted() throws {
        let found = try Self.compare(try Self.own { $0.hasPrefix("encrypted/") }, inspectsApplications: false)
        #expect(found == 10)
    }

    /// The project's own captures whose folder is as wanted.
    private static func own(_ isWanted: (String) -> Bool) throws -> [String] {
        try Repository.scenarios().filter(isWanted).map { "\(Repository.root)/captures/\($0)/traffic.pcap" }
    }

    @Test(
        "In all real captures the engine and the yara program find the same",
        .enabled(if: Repository.realCaptures != nil, "\(Repository.noRealCaptures)"))
    func realCaptures() throws {
        let folder = Repository.realCaptures ?? ""
        let found = try Self.compare(
            try Repository.truth("packets.csv").compactMap { $0["file"].map { "\(folder)/\($0)" } })
        #expect(found > 5)
    }

    /// Compares file by file; gives the number of hits that both found.
    private static func compare(_ paths: [String], inspectsApplications: Bool = true) throws -> Int {
        let rules = try Repository.rules()
        // The program knows nothing of scopes.
        let about = Set(rules.rules.map(\.identity).filter { $0.isAbout(.stream) }.map(\.name))
        var found = 0
        for path in paths {
            let units = try UnitCollector.units(of: path)
            let pieces = units.flatMap(\.pieces)
            let owners = units.flatMap { unit in unit.pieces.map { _ in unit } }
            var theirs: Set<Hit> = []
            for (piece, names) in try YaraProgram.hits(pieces, rules: Repository.root + "/rules") {
                for name in names where about.contains(name) {
                    theirs.insert(
                        Hit(flow: owners[piece].flow, direction: owners[piece].direction, rule: name))
                }
            }
            var configuration = SensorConfiguration()
            configuration.objectContent = true
            configuration.inspectsApplications = inspectsApplications
            let (findings, _) = try Findings.of(savefile: path, rules, configuration)
            let raw = findings.detections.filter { $0.object.kind.isRaw }
            let ours = Set(raw.map { Hit(flow: $0.flow.id, direction: $0.direction, rule: $0.rule.name) })
            if ours != theirs {
                Issue.record("\(path): ours \(ours.subtracting(theirs)), theirs \(theirs.subtracting(ours))")
            }
            #expect(ours.count == raw.count, "each detection once: \(path)")
            found += ours.intersection(theirs).count + (try compareObjects(findings, rules, path))
        }
        return found
    }

    /// Compares the objects of a file, each as one unit; gives the number of hits that both found.
    private static func compareObjects(_ findings: Findings, _ rules: RuleSet, _ path: String) throws -> Int {
        let about = Set(rules.rules.map(\.identity).filter { $0.isAbout(.httpBody) }.map(\.name))
        let contents = findings.files.compactMap(\.content).filter { !$0.isEmpty }
        if contents.isEmpty { return 0 }
        var theirs: [String] = []
        for (piece, names) in try YaraProgram.hits(contents, rules: Repository.root + "/rules") {
            let content = contents[piece]
            let digest = Digest.of(content.span).hexadecimal
            theirs += names.filter(about.contains).map { "\($0) in \(digest)" }
        }
        let ours = findings.detections.filter { !$0.object.kind.isRaw }.map {
            "\($0.rule.name) in \($0.object.sha256?.hexadecimal ?? "")"
        }
        #expect(ours.sorted() == theirs.sorted(), "\(path)")
        return ours.count
    }
}
