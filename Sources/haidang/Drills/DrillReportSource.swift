import Drills
import Foundation
import NetTypes

/// Reads what a report of a run is made of.
struct DrillReportSource {
    /// The folder of the run.
    let folder: String
    /// The file of the drill that it is judged by; nil for the one that was played.
    let drill: String?
    /// Event logs of live sensors; empty for the run's own.
    let events: [String]

    /// The report, made at a moment.
    func report(now: Timestamp) throws(CommandError) -> DrillReport {
        let folder = RunFolder(folder)
        let record = try folder.readRecord()
        let drill = try DrillScoring.drill(record, drill)
        try DrillScoring.checkLog(record, folder)
        let evidence = try DrillScoring.evidence(drill, events.isEmpty ? [folder.events] : events)
        let run = record.facts(isLive: !events.isEmpty)
        let team = try DrillScoring.team(record)
        var report = DrillReport(
            drill, record, run, DrillJudge(drill, evidence, run).score(team), evidence,
            file: file(record), logs: logs(record, folder), command: command, madeAt: now)
        if let team { report.take(team) }
        return report
    }

    private func file(_ record: RunRecord) -> JudgedFile {
        var path = drill ?? record.drill
        if RuleFolder.isFolder(path) { path = (path as NSString).appendingPathComponent(DrillFile.name) }
        return JudgedFile(name: FilePath.name(path), sha256: FileDigest.sha256(path)?.hexadecimal ?? "")
    }

    /// The logs that it is judged by. While a run writes its own, a digest of it would be wrong a moment later.
    private func logs(_ record: RunRecord, _ folder: RunFolder) -> [JudgedFile] {
        if events.isEmpty {
            return [JudgedFile(name: FilePath.name(folder.events), sha256: record.eventsSHA256)]
        }
        return events.map {
            JudgedFile(name: FilePath.name($0), sha256: FileDigest.sha256($0)?.hexadecimal ?? "")
        }
    }

    /// The command that gives the same score, without what is above the folder: the reader has it elsewhere.
    private var command: String {
        var words = ["haidang drill score", FilePath.name(folder)]
        if let drill { words.append("--drill \(FilePath.name(drill))") }
        words += events.map { "--events \(FilePath.name($0))" }
        return words.joined(separator: " ")
    }
}
