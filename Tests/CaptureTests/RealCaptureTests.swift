import Foundation
import NetTypes
import Testing

@testable import Capture

/// The folder of real captures, when there is one.
private let realCaptures = ProcessInfo.processInfo.environment["HAIDANG_CAPTURES"]

/// Every real capture against what independent programs say about it.
@Suite(.enabled(if: realCaptures != nil, "HAIDANG_CAPTURES does not name the folder of real captures"))
struct RealCaptureTests {
    /// tshark shows the custom blocks of this file as three frames more; they are no frames.
    private static let customBlocks = ["formats/gopacket-le-test102.pcapng": 3]

    @Test("Counts, bytes, times and verdicts equal the truth")
    func truth() throws {
        let folder = try #require(realCaptures)
        let rows = try Self.rows(of: folder + "/truth/packets.csv")
        #expect(rows.count >= 238)
        for row in rows {
            let name = row["file"] ?? ""
            let reading = try Reading(folder + "/" + name)
            let frames = (row["tshark_packets"].flatMap { Int($0) } ?? -1) - (Self.customBlocks[name] ?? 0)
            #expect(reading.frames.count == frames, "\(name)")
            #expect(reading.isPartial == (row["status"] == "cut-short"), "\(name)")
            let wireBytes = reading.frames.reduce(0) { $0 + $1.header.wireLength }
            #expect(String(wireBytes) == row["data_bytes"], "\(name)")
            // capinfos gives the earliest and the latest, and none when one of the frames has no time.
            guard let start = row["start"], start != "n/a", let end = row["end"] else { continue }
            #expect(reading.timestamps.min() == Self.nanoseconds(start), "\(name)")
            #expect(reading.timestamps.max() == Self.nanoseconds(end), "\(name)")
        }
    }

    @Test("A folder of captures is found whole")
    func found() throws {
        let folder = try #require(realCaptures)
        let names = try Self.rows(of: folder + "/truth/packets.csv").compactMap { $0["file"] }
        let found = try SavefileFolder.savefiles(at: folder).map { String($0.dropFirst(folder.count + 1)) }
        #expect(Set(found) == Set(names))
        #expect(found.count == names.count)
    }

    private static func rows(of path: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = lines.first ?? []
        return lines.dropFirst().map { fields in
            Dictionary(zip(header, fields).map { (String($0), String($1)) }) { first, _ in first }
        }
    }

    /// "1569434051.004796" without a detour through floating point.
    private static func nanoseconds(_ text: String) -> Int64? {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let seconds = Int64(parts[0]) else { return nil }
        let fraction = parts[1].padding(toLength: 9, withPad: "0", startingAt: 0)
        return Int64(fraction).map { seconds * 1_000_000_000 + $0 }
    }
}
