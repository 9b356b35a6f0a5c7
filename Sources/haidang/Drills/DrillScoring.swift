import Drills
import Foundation
import Incidents
import NetTypes

/// Works out the score of a run from its files.
enum DrillScoring {
    /// The evidence that event logs hold about a drill.
    static func evidence(_ drill: Drill, _ logs: [String]) throws(CommandError) -> DrillEvidence {
        var evidence = DrillEvidence(drill)
        do throws(LogbookError) {
            for path in logs { try evidence.read(path) }
        } catch {
            throw .logbook(error)
        }
        return evidence
    }

    /// What the team did, by the store of the run; nil where it has none, as one that was sent to an interface.
    static func team(_ record: RunRecord) throws(CommandError) -> TeamRecord? {
        guard record.interface == nil || FileManager.default.fileExists(atPath: record.store) else {
            return nil
        }
        do throws(StoreError) {
            return try TeamRecord(IncidentStore(path: record.store, isDrill: true, creates: false))
        } catch {
            throw .store(error)
        }
    }

    /// The score of a run in a folder; `logs` are those of a live sensor, empty for the run's own.
    static func score(
        _ drill: Drill, _ record: RunRecord, _ folder: RunFolder, logs: [String] = []
    ) throws(CommandError) -> DrillScore {
        let evidence = try evidence(drill, logs.isEmpty ? [folder.events] : logs)
        let facts = record.facts(isLive: !logs.isEmpty)
        return DrillJudge(drill, evidence, facts).score(try team(record))
    }

    /// The drill that a run was about, which must be as it was then unless another file is given.
    static func drill(_ record: RunRecord, _ file: String?) throws(CommandError) -> Drill {
        if let file { return try DrillFile.load(file) }
        guard FileDigest.sha256(record.drill)?.hexadecimal == record.drillSHA256 else {
            throw .usage("\(DrillText.drillChanged(record.drill))")
        }
        return try DrillFile.load(record.drill)
    }

    /// Refuses an event log that is not the one of the run.
    static func checkLog(_ record: RunRecord, _ folder: RunFolder) throws(CommandError) {
        guard !record.eventsSHA256.isEmpty else { return }
        if FileDigest.sha256(folder.events)?.hexadecimal != record.eventsSHA256 {
            throw .usage("\(DrillText.logChanged(folder.events))")
        }
    }
}
