import Foundation
import Incidents
import NetTypes

/// The alerts of an event log, as the pairs of hosts that they were found between.
public struct AlertList: Equatable, Sendable {
    /// How many alerts there were.
    public private(set) var count = 0
    private(set) var pairs: Set<HostPair> = []

    /// Bytes that are read at once.
    private static let portion = 1 << 20
    /// The most bytes of a line; a longer one is passed over.
    private static let longestLine = 4 << 20

    /// No alerts.
    init() {}

    /// The alerts among these lines.
    public init(lines: some Sequence<String>) {
        for line in lines { take(line) }
    }

    /// The alerts in a file; nil when it cannot be read.
    public init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        var rest: [UInt8] = []
        do {
            while let portion = try file.read(upToCount: Self.portion), !portion.isEmpty {
                rest += portion
                var start = 0
                while let end = rest[start...].firstIndex(of: 0x0a) {
                    take(String(decoding: rest[start..<end], as: UTF8.self))
                    start = end + 1
                }
                rest.removeFirst(start)
                if rest.count > Self.longestLine { rest.removeAll() }
            }
        } catch {
            return nil
        }
        take(String(decoding: rest, as: UTF8.self))
    }

    private mutating func take(_ line: String) {
        guard let alert = AlertReference(line: line) else { return }
        count += 1
        pairs.insert(HostPair(alert.source, alert.destination))
    }

    mutating func add(_ detection: Detection) {
        count += 1
        pairs.insert(HostPair(detection.flow.client.address, detection.flow.server.address))
    }
}
