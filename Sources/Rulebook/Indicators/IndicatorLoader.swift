import Foundation
import NetTypes

/// Reads lists of indicators into one set.
public enum IndicatorLoader {
    /// Reads all lists that paths stand for: a file for itself, a folder for the lists in it and below it, in the order
    /// of their names.
    ///
    /// What is no indicator is counted and named, and the others are taken. Throws when a file cannot be read, when JSON
    /// is damaged, and when there is something in the lists and none of it is an indicator.
    public static func load(
        paths: [String], limits: IndicatorLimits = IndicatorLimits()
    ) throws(IndicatorError) -> IndicatorLoad {
        var intake = IndicatorIntake(limits)
        for file in try IndicatorFile.files(paths, limits) { try read(file, into: &intake) }
        let load = intake.finish()
        if load.set.count == 0, load.leftOut > 0 { throw .nothing(paths: paths) }
        return load
    }

    private static func read(
        _ file: IndicatorFile, into intake: inout IndicatorIntake
    ) throws(IndicatorError) {
        var bytes = try file.content(intake.limits)
        let sha256 = Digest.of(bytes.span).hexadecimal
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
        try read(bytes, file, sha256: sha256, into: &intake)
    }

    /// Reads the bytes of a file. Whatever they are, it ends.
    static func read(
        _ bytes: [UInt8], _ file: IndicatorFile, sha256: String, into intake: inout IndicatorIntake
    ) throws(IndicatorError) {
        func begin(_ format: IndicatorFormat) {
            intake.begin(
                IndicatorFileReport(path: file.path, list: file.list, format: format), sha256: sha256)
        }
        switch file.looks(like: bytes, intake.limits) {
        case .lines:
            begin(.plain)
            PlainListReader.read(bytes, into: &intake)
        case .columns:
            begin(.csv)
            CSVListReader.read(bytes, into: &intake)
        case .json:
            guard bytes.count <= intake.limits.jsonBytes else {
                throw .tooLarge(path: file.path, limit: intake.limits.jsonBytes)
            }
            let content: JSONList.Content?
            do throws(JSONList.Damage) {
                content = try JSONList.content(bytes, depth: intake.limits.depth)
            } catch {
                throw .damaged(path: file.path, reason: error.reason)
            }
            switch content {
            case .misp(let events):
                begin(.misp)
                MISPListReader.read(events, into: &intake)
            case .stix(let objects):
                begin(.stix)
                STIXListReader.read(objects, into: &intake)
            case nil:
                throw .damaged(path: file.path, reason: "it is neither an export of MISP nor a STIX bundle")
            }
        }
    }
}
