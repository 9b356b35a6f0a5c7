import Capture
import Foundation

extension NightDoctor {
    /// What root may read says nothing of the user that the service runs as.
    var account: Diagnosis {
        let user = Escaping.shown(machine.user)
        return machine.isRoot
            ? .note(
                .night(.account), "\(user): \(NightCheckText.rootReadsAll)",
                .mend(.lookAsService(Doctor.serviceUser)))
            : .ok(.night(.account), user)
    }

    /// What is to be scanned: found, and readable, as the scan would find it.
    func savefiles(_ asked: [String]) -> Diagnosis {
        guard !asked.isEmpty else {
            return .note(.night(.savefiles), "\(NightCheckText.nothingAsked)", .mend(.namePaths))
        }
        let inputs = InputList(asked)
        let unreadable = inputs.files.filter { $0 != "-" && !FileManager.default.isReadableFile(atPath: $0) }
        let shown = asked.map(Escaping.shown).joined(separator: ", ")
        let detail = "\(NightCheckText.savefileCount(inputs.files.count)): \(shown)"
        let user = Doctor.serviceUser
        if let failure = inputs.failures.first {
            let sentence = "\(detail): \(ProblemText.capture(failure))"
            if case .emptyFolder = failure {
                return .warning(.night(.savefiles), sentence, .mend(.putSavefiles))
            }
            return .failure(.night(.savefiles), sentence, .mend(.grantRead(user)))
        }
        if let first = unreadable.first {
            let missing = NightCheckText.unreadable(unreadable.count, first: Escaping.shown(first))
            return .failure(.night(.savefiles), "\(detail): \(missing)", .mend(.grantRead(user)))
        }
        return .ok(.night(.savefiles), detail)
    }

    /// Whether each place can be written to, and has room.
    var places: [Diagnosis] {
        [
            NightPlace(kind: .ledger, path: ledger), NightPlace(kind: .eventLog, path: settings.eventLog),
            NightPlace(kind: .store, path: settings.incidents.store),
            NightPlace(kind: .recordings, path: settings.live.recordingFolder),
        ].filter { !$0.path.isEmpty }.map(diagnosis)
    }

    private func diagnosis(_ place: NightPlace) -> Diagnosis {
        let (subject, shown) = (DoctorText.night(.place(place.kind)), Escaping.shown(place.path))
        let folder = Escaping.shown(place.folder)
        if let refusal = place.refusal {
            return .failure(
                subject, "\(shown): \(SystemReason.text(refusal))",
                .mend(.grantWrite(folder, user: Doctor.serviceUser)))
        }
        guard let free = place.free else { return .ok(subject, shown) }
        let needed = place.needed(limit: settings.live.recording.limit)
        let detail = "\(shown): \(DoctorText.free(free))"
        return free < needed
            ? .warning(subject, "\(detail), \(NightCheckText.needed(needed))", .makeRoom(folder))
            : .ok(subject, detail)
    }
}
