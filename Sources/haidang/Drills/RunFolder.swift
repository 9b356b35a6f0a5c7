import Drills
import Foundation
import Glibc
import NetTypes

/// The folder of a run: what was played, what was found, and what it is judged by.
///
/// It is for the director: `run.json` leads to the truth. A team needs only the store, which may lie elsewhere.
struct RunFolder {
    /// The folder.
    let path: String

    /// The traffic as it was played.
    var traffic: String { file("traffic.pcapng") }
    /// The event log.
    var events: String { file("events.json") }
    /// The store, unless it was put elsewhere.
    var store: String { file("drill.db") }
    private var record: String { file("run.json") }
    private var order: String { file("order.json") }

    /// A folder that is there.
    init(_ path: String) { self.path = path }

    /// Makes a folder of that name, which must not be there.
    static func create(_ path: String) throws(CommandError) -> RunFolder {
        // The parents may be there, the folder itself may not: a second run must not write into the first.
        let parent = FilePath.parent(path)
        let files = FileManager.default
        do {
            if !parent.isEmpty {
                try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
            }
            try files.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch {
            if files.fileExists(atPath: path) { throw .usage("\(DrillText.folderExists(path))") }
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
        return RunFolder(path)
    }

    /// Writes the record, whole or not at all.
    func write(_ record: RunRecord) throws(CommandError) {
        try PrivateFile.write(record.json, to: self.record)
    }

    /// The record of the run.
    func readRecord() throws(CommandError) -> RunRecord {
        guard let data = FileManager.default.contents(atPath: record), let record = RunRecord(json: data)
        else { throw .usage("\(DrillText.noRun(path))") }
        return record
    }

    /// The order that is there; nil without one.
    func readOrder() -> DrillOrder? {
        FileManager.default.contents(atPath: order).flatMap {
            try? JSONDecoder().decode(DrillOrder.self, from: $0)
        }
    }

    /// Gives an order to whoever plays.
    func write(_ action: DrillOrder.Action, _ value: Double) throws(CommandError) {
        let order = DrillOrder(number: (readOrder()?.number ?? 0) + 1, action: action, value: value)
        guard let data = try? JSONEncoder().encode(order) else { return }
        try PrivateFile.write(String(decoding: data, as: UTF8.self), to: self.order)
    }

    private func file(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }
}
