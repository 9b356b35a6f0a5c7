import Drills
import Foundation

/// The folder that a made drill is written to: under another name until it is whole, so that a run that is killed leaves
/// no half drill.
struct MadeDrillFolder {
    private let path: String
    private var part: String { path + ".part" }

    /// The folder at a path where nothing is yet.
    init(_ path: String) throws(CommandError) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        if FileManager.default.fileExists(atPath: path) {
            throw .usage("\(DrillMakeText.exists(path: path))")
        }
        self.path = path
    }

    /// Writes the capture and the draft of `drill.yml`. Only the owner may read them until he says otherwise.
    func write(_ made: MadeDrill) throws(CommandError) {
        let files = FileManager.default
        do {
            // What a run left that was killed.
            try? files.removeItem(atPath: part)
            try files.createDirectory(
                atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try write(made.capture, "traffic.pcapng")
            try write(Array(DrillDocument.yaml(made.drill).utf8), "drill.yml")
            try files.moveItem(atPath: part, toPath: path)
        } catch {
            try? files.removeItem(atPath: part)
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        let file = part + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: file))
        try handle.synchronize()
        try handle.close()
    }
}
